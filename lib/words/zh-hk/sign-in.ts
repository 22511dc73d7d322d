import type * as english from "@/lib/words/en/sign-in"

type Same<Room> = Record<keyof Room, string>

export const email: Same<typeof english.email> = {
  title: "登入",
  lead: "請輸入你的電郵地址。我們會將驗證碼傳送到與它相連的電話。",
  label: "電郵地址",
  hint: "第一次使用？同樣由電郵地址開始。",
  remember: "在此裝置記住這個電郵地址",
  submit: "繼續",
  busy: "正在檢查…",
  remembered: "此裝置已記住上次登入的電郵地址。",
  forget: "不是你？清除這個電郵地址",
  otherWays: "其他登入方式",
  google: "以 Google 登入",
  apple: "以 Apple 登入",
}

export const passkey: Same<typeof english.passkey> = {
  use: "使用通行密鑰登入",
  busy: "正在等候你的通行密鑰…",
  cancelled: "未有使用通行密鑰。請再試一次，或輸入電郵地址以接收驗證碼",
  unsupported: "此瀏覽器不支援通行密鑰。請輸入電郵地址以接收驗證碼",
}

export const allow: Same<typeof english.allow> = {
  title: "{name} 希望取得你的資料",
  lead: "{name}（{host}）要求以你在這裏的帳戶登入。它將會知道：",
  openid: "你在這裏有帳戶，以一個不含其他資料的編號識別",
  profile: "你的姓名及語言",
  email: "你的電郵地址",
  phone: "你的電話號碼",
  yes: "允許",
  no: "不允許",
}

export const notAnApp: Same<typeof english.notAnApp> = {
  title: "這個連結有問題",
  lead: "一個應用程式將你帶到這裏，但我們不認識它的要求，因此未能讓你登入。請返回該應用程式再試一次。如仍然不行，請通知其營運者。",
  unknown: "開發人員請注意：client_id 並非已登記重新導向網址的用戶端。",
  wrongAddress: "開發人員請注意：沒有提供 redirect_uri，或與登記的網址不完全相同。",
}

export const leave: Same<typeof english.leave> = {
  title: "要登出嗎？",
  lead: "一個應用程式或連結要求在這個瀏覽器登出你的帳戶。",
  yes: "登出",
  no: "保持登入",
}

export const onward: Same<typeof english.onward> = {
  title: "正在返回",
  lead: "我們正帶你返回 {host}。",
  app: "你正登入 {name}。",
  toApp: "我們正帶你返回剛才使用的應用程式。",
  go: "繼續",
}

export const spelling: Same<typeof english.spelling> = {
  title: "請核對你的電郵地址",
  question: "你輸入了 <email>{typed}</email>。你是否想輸入 <email>{meant}</email>？",
  use: "使用 {meant}",
  keep: "保留 {typed}",
  busy: "正在檢查…",
}

export const register: Same<typeof english.register> = {
  title: "建立帳戶",
  email: "電郵地址",
  otherEmail: "使用其他電郵地址",
  firstName: "名字",
  lastName: "姓氏",
  phone: "手提電話號碼",
  phoneHint: "現在及日後每次登入時，我們會以短訊將驗證碼傳送到此號碼。",
  phoneHintAnyWay: "現在及日後每次登入時，我們會將驗證碼傳送到此號碼。",
  submit: "傳送驗證碼",
  busy: "正在傳送驗證碼…",
}

export const pin: Same<typeof english.pin> = {
  title: "輸入驗證碼",
  heading: "請查看你的電話",
  sentAgain: "我們已再次傳送驗證碼。",
  sent: "我們已將 6 位數字的驗證碼傳送到尾號為\u00a0<b>{ending}</b> 的電話號碼。",
  sentByWhatsapp: "我們已透過 WhatsApp 將 6 位數字的驗證碼傳送到尾號為\u00a0<b>{ending}</b> 的電話號碼。",
  calling: "我們正致電尾號為\u00a0<b>{ending}</b> 的電話號碼，讀出 6 位數字的驗證碼。",
  callingNow: "我們正致電給你。",
  unsent: "我們尚未將 6 位數字的驗證碼傳送到尾號為\u00a0<b>{ending}</b> 的電話號碼。",
  changeNumber: "更改號碼",
  who: "你正以 <email>{typed}</email> 登入。",
  otherEmail: "使用其他電郵地址",
  inbox: "在這個開發伺服器上，短訊會傳送到<inbox>收件箱</inbox>。",
  label: "驗證碼",
  hint: "6 位數字，例如 123456。",
  trust: "30 天內不要在此裝置向我傳送短訊",
  trustHint: "之後在這裏只需輸入電郵地址便可登入。如其他人亦會使用此裝置，請勿剔選。",
  submit: "登入",
  busy: "正在登入…",
  sendAgain: "再次傳送驗證碼",
  sendNew: "傳送新的驗證碼",
  sending: "正在傳送…",
  askAgain: "你可{when}要求再次傳送",
  askNow: "你現在可以要求傳送另一個短訊。",
}

export const channels: Same<typeof english.channels> = {
  sms: "改以短訊傳送",
  whatsapp: "改以 WhatsApp 傳送",
  voice: "致電給我讀出驗證碼",
}

export const noText: Same<typeof english.noText> = {
  heading: "仍未收到短訊？",
  checkNumber: "請確認你的電話號碼尾號是否 {ending}。如不正確，請<register>更改號碼</register>。",
  phoneOn: "請確認電話已開機、有訊號，而且沒有封鎖不明來電者的短訊。",
  sendAgain: "再次傳送驗證碼。如第一個短訊遲到，當中的驗證碼仍然有效。",
  later: "請到訊號較佳的地方，或稍後再登入。",
  laterOr: "請到訊號較佳的地方，或稍後再登入。你亦可<start>以其他方式登入</start>。",
  takesAMinute: "短訊可能需要一分鐘才會送達。",
  toldHere: "短訊可能需要一分鐘才會送達。電訊網絡一有消息，你便會在此看到。",
  ask: "查詢短訊的傳送情況",
  left: "我們已傳送短訊。電訊網絡可能需要數分鐘才能送達。",
  delivered: "電訊網絡顯示短訊已經送達。請同時查看被封鎖及過濾的短訊。",
  undelivered: "電訊網絡未能將短訊送達尾號為 {ending} 的電話號碼。",
  "not-taken": "尾號為 {ending} 的電話號碼不能接收我們的短訊。",
}
