import type { frame as english } from "@/lib/words/en/frame"

export const frame: Record<keyof typeof english, string> = {
  skip: "跳到主要內容",
  promise: "{name} 只會要求你輸入驗證碼，絕不會要求你輸入密碼。{name} 的職員絕不會向你索取驗證碼。",
  reference: "API 參考文件",
  description: "以短訊驗證碼登入。",
  notFound: "找不到頁面",
  notFoundLead: "如你自行輸入網址，請檢查是否正確。",
  toStart: "前往首頁",
}
