import type * as english from "@/lib/words/en/change-phone"

type Same<Room> = Record<keyof Room, string>

export const changePhone: Same<typeof english.changePhone> = {
  title: "更改電話號碼",
  goOn: "繼續更改電話號碼",
  waitsNoMore: "更改電話號碼的等候期已停止：舊號碼未能收到我們的通知短訊。",
  lead: "現時驗證碼會傳送到尾號為 <b>{ending}</b> 的電話號碼。我們會分別傳送驗證碼到新號碼及舊號碼，以確認兩者均屬於你。",
  label: "新的手提電話號碼",
  submit: "傳送驗證碼",
  busy: "正在傳送驗證碼…",
  same: "這已經是你的電話號碼，請輸入新的號碼",
  waiting: "正等候更改電話號碼",
  comingHeading: "你的電話號碼即將更改",
  coming:
    "由 <when>{clock}</when> 起，驗證碼會傳送到尾號為 {ending} 的電話號碼，而除了提出更改的裝置外，你會在所有裝置登出。如非本人要求，請取消更改，並在所有裝置登出。",
  cancel: "取消更改",
}

export const provePhone: Same<typeof english.provePhone> = {
  newTitle: "輸入新電話收到的驗證碼",
  oldTitle: "輸入舊電話收到的驗證碼",
  newLabel: "新電話收到的驗證碼",
  oldLabel: "舊電話收到的驗證碼",
  sentAgain: "我們已傳送新的驗證碼。",
  sentToNew: "我們已將驗證碼傳送到尾號為 <b>{ending}</b> 的新號碼。",
  oldUnsent: "我們未能將驗證碼傳送到尾號為 <b>{ending}</b> 的舊號碼。你可在下一步要求傳送。",
  sentToOld: "新號碼已確認屬於你。我們已將驗證碼傳送到尾號為 <b>{ending}</b> 的舊號碼。",
  yetToOld: "新號碼已確認屬於你。我們尚未將驗證碼傳送到尾號為 <b>{ending}</b> 的舊號碼。",
  hint: "6 位數字，例如 123456。",
  next: "繼續",
  change: "更改我的電話號碼",
  busy: "正在檢查…",
  untoldHeading: "我們未能聯絡舊號碼",
  untold: "尾號為 {ending} 的電話號碼未能接收我們的短訊，因此更改不會因等候而生效，以免號碼的主人不知情。",
  waysOn:
    "如舊電話仍在你手上，而你曾回覆 STOP 停止接收我們的短訊，請傳送 START 到同一號碼，然後要求新的驗證碼。如舊號碼已停用，請聯絡管理員並告知參考編號 <b>{reference}</b>。",
  sendNew: "傳送新的驗證碼",
  waitHint: "沒有舊電話，更改需時 72 小時，由舊號碼收到通知短訊起計。",
  noOldPhone: "舊電話不在我手上",
}

export const phoneAlert: Same<typeof english.phoneAlert> = {
  heading: "有人要求更改你的電話號碼",
  asked: "{device}於 <when>{clock}</when> 要求將你的驗證碼改為傳送到尾號為 {ending} 的電話號碼。",
  askedAndLeft: "一個已登出的瀏覽器於 <when>{clock}</when> 要求將你的驗證碼改為傳送到尾號為 {ending} 的電話號碼。",
  notYet: "此更改仍需要舊電話收到的驗證碼，或等候 72 小時。",
  waits: "更改將於 <when>{clock}</when> 生效，屆時你會在此登出。",
  wasItYou: "如是你本人要求，毋須理會。如非本人，請勿輸入相關的驗證碼，並停止更改：提出要求的裝置亦會同時登出。",
  stop: "停止更改",
}
