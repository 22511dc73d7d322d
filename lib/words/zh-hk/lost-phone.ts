import type { lostPhone as english } from "@/lib/words/en/lost-phone"

export const lostPhone: Record<keyof typeof english, string> = {
  title: "我的電話不在我手上",
  thisPhone: "這部電話已不在我手上",
  lead: "驗證碼會傳送到你的電話號碼。如電話不在你手上，你可用以下方法登入，或改用其他號碼。",
  numberHeading: "如你可以保留原有號碼",
  number:
    "請向電訊公司補領相同號碼的 SIM 卡，之後你便可再次收到驗證碼，毋須在這裏更改任何資料。如電話被偷，請立即停用舊卡：持有它的人會收到你的驗證碼。",
  passkeyHeading: "如你有通行密鑰",
  passkey: "請用它登入。我們不會傳送短訊，並會帶你到更改電話號碼的頁面。",
  needsScript: "通行密鑰需要 JavaScript。請啟用 JavaScript，或在已啟用的瀏覽器開啟此頁。",
  cancelled: "未有使用通行密鑰。你可以再試一次",
  unsupported: "此瀏覽器不支援通行密鑰。請在其他瀏覽器開啟此頁",
  browserHeading: "如你在另一個瀏覽器仍然登入",
  browser: "請在該瀏覽器開啟 <b>{address}</b>，然後輸入新的號碼。",
  trusted: "在不會收到短訊的瀏覽器，只需你的電郵地址便可登入，由你提出要求起計最長 30 天。",
  waitHeading: "更改需時多久",
  wait: "沒有舊電話，更改需時 72 小時，由舊號碼收到通知短訊起計，以免他人在你不知情下更改你的號碼。期間你在提出更改的瀏覽器會保持登入。你的其他瀏覽器亦會顯示此更改，並可將它停止。",
  otherwiseHeading: "如以上方法均不適用",
  otherwise:
    "我們便無法分辨你與只知道你電郵地址的人。因此，任何人都不能單憑要求而更改號碼，不論在這裏、致電或傳送訊息亦然。",
  ask: "請以你平日的方式聯絡 {name} 的營運者，查詢他們可如何協助。你亦可用其他電郵地址及新的號碼建立新帳戶。",
  back: "返回登入頁面",
  arrived:
    "你已在沒有電話的情況下登入。請輸入新的號碼及該號碼收到的驗證碼，然後選擇「{button}」。更改其後需時 72 小時。如舊電話可能在他人手上，請同時在你的帳戶將它登出，並移除它的通行密鑰。",
  goOn: "繼續前往你原本要登入的地方",
}
