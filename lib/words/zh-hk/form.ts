import type { form as english } from "@/lib/words/en/form"

export const form: Record<keyof typeof english, string> = {
  error: "錯誤：",
  thereIsAProblem: "資料有誤",
  unreachable: "未能連接伺服器。請檢查你的網絡連線，然後再試。",
  unreadable: "伺服器的回應無法讀取。請於一分鐘後再試。",
  country: "電話號碼所屬國家／地區",
  selectCountry: "請選擇國家／地區",
  typeCountry: "輸入國家／地區名稱，或 HK、+852 等代碼",
  noCountry: "找不到這個名稱或代碼的國家／地區。",
  captcha: "本網站受 reCAPTCHA 保護，並適用 Google 的<privacy>私隱政策</privacy>及<terms>服務條款</terms>。",
  working: "我們正在確認你是真人，你的裝置需要運算數秒。",
  stopWorking: "停止檢查",
  brokenHeading: "發生錯誤",
  brokenLead: "這是我們的問題，你所做的一切不會遺失。請於一分鐘後再試。",
  tryAgain: "再試一次",
  now: "現在",
  in: "在 {time}後",
  at: "在 {time} 後",
  on: "在 {time} 後",
}
