import type { checks as english } from "@/lib/words/en/checks"

export const checks: Record<keyof typeof english, string> = {
  emailMissing: "請輸入你的電郵地址",
  emailWrong: "請輸入格式正確的電郵地址，例如 name@example.com",
  firstNameMissing: "請輸入你的名字",
  firstNameWrong: "名字不可超過 100 個字元，而且只可使用能夠顯示的字元",
  lastNameMissing: "請輸入你的姓氏",
  lastNameWrong: "姓氏不可超過 100 個字元，而且只可使用能夠顯示的字元",
  countryMissing: "請選擇電話號碼所屬的國家／地區",
  phoneMissing: "請輸入你的手提電話號碼",
  phoneWrong: "請輸入可接收短訊的手提電話號碼",
  phoneWrongLike: "請輸入可接收短訊的手提電話號碼，例如 {example}",
  landline: "這是固網電話號碼，不能接收短訊。請輸入手提電話號碼",
  landlineLike: "這是固網電話號碼，不能接收短訊。請輸入手提電話號碼，例如 {example}",
  pinMissing: "請輸入短訊內的驗證碼",
  pinWrong: "請只輸入驗證碼的 6 位數字",
  keyNameMissing: "請輸入密鑰名稱",
  keyNameWrong: "密鑰名稱不可超過 100 個字元，而且只可使用能夠顯示的字元",
  keyScopesMissing: "請選擇密鑰的權限",
}
