import type { home as english } from "@/lib/words/en/home"

export const home: Record<keyof typeof english, string> = {
  title: "以電話登入",
  signedOut: "你已登出",
  signedOutNews: "你已登出。",
  lead: "我們會以短訊傳送 6 位數字的驗證碼，輸入後即可登入。無須記住密碼，亦沒有密碼可被盜取。",
  toAccount: "前往你的帳戶",
  toSignIn: "登入",
  message: "<b>482913</b> 是你的 Latchkey 驗證碼，10 分鐘內有效。",
  once: "驗證碼只可使用一次",
  onceMore: "驗證碼 10 分鐘內有效，只可登入一次。輸入錯誤五次後，你需要新的驗證碼。",
  yours: "驗證碼只屬於你",
  yoursMore: "Latchkey 的職員絕不會以電話、電郵或短訊索取驗證碼。請只在本網站輸入。",
  everybody: "人人都能使用",
  everybodyMore: "無論使用鍵盤、螢幕閱讀器、舊款電話、慢速網絡，或停用 JavaScript，都能登入。",
}
