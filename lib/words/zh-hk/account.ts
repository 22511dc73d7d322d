import type * as english from "@/lib/words/en/account"

type Same<Room> = Record<keyof Room, string>

export const account: Same<typeof english.account> = {
  title: "你的帳戶",
  heading: "你已登入",
  back: "返回你的帳戶",
  profile: "個人資料",
  name: "姓名",
  email: "電郵地址",
  phone: "電話",
  numberEnding: "尾號為 {ending} 的電話號碼",
  console: "開啟管理員控制台",
  security: "帳戶安全",
  signOut: "登出",
  signOutEverywhere: "在所有裝置登出",
  sessions: "已登入的裝置",
  thisDevice: "此裝置",
  lastSeen: "上次使用：<when></when>",
  lastSeenIn: "{place}，上次使用：<when></when>",
  signOutThisOne: "在該裝置登出",
  events: "最近的活動",
  when: "{ago}（時間：{clock}）",
  whenIn: "{ago}（時間：{clock}），{place}",
  older: "顯示較早的活動",
  connected: "已連結的應用程式及密鑰",
  alsoSignInWith: "你亦可用以下方式登入",
  cappedHeading: "曾有人多次輸入錯誤的驗證碼",
  capped:
    "在 <when>{clock}</when>，你的帳戶收到太多錯誤的驗證碼，因此我們不再接受新裝置輸入的驗證碼。沒有人因此登入，而你以往登入過的裝置仍可使用。如要在新裝置登入，請先在此登出，然後再次登入。",
}

export const passkeys: Same<typeof english.passkeys> = {
  heading: "通行密鑰",
  lead: "有了通行密鑰，你可用指紋、面容或螢幕鎖定登入，毋須等候短訊，亦毋須輸入驗證碼。",
  list: "你的通行密鑰",
  created: "新增於 <created></created>，從未使用",
  used: "新增於 <created></created>，上次使用：<used></used>",
  synced: "存於多部裝置",
  add: "新增通行密鑰",
  adding: "正在等候你的裝置…",
  cancelled: "未有新增通行密鑰，你可以再試一次",
  unsupported: "此瀏覽器不支援通行密鑰，請改用其他瀏覽器，例如手提電話上的瀏覽器",
  taken: "此裝置已有你帳戶的通行密鑰",
  stale: "你已登入了一段時間。要新增通行密鑰，請先重新登入，讓我們確認是你本人。",
  signInAgain: "重新登入",
  rename: "重新命名",
  name: "通行密鑰名稱",
  save: "儲存名稱",
  remove: "移除",
}

export const trust: Same<typeof english.trust> = {
  heading: "不會收到短訊的裝置",
  lead: "在以下瀏覽器，只需你的電郵地址便可登入。如你不再擁有該裝置，或其他人亦會使用，請恢復傳送短訊。在該裝置上已登入的帳戶會保持登入，直至你將它登出。",
  list: "不會收到短訊的裝置",
  until: "有效至 <until></until>，上次使用：<used></used>",
  untilIn: "{place}，有效至 <until></until>，上次使用：<used></used>",
  end: "恢復傳送短訊",
}

export const devices: Same<typeof english.devices> = {
  browser: "瀏覽器",
  app: "應用程式",
  unknownBrowser: "不明的瀏覽器",
  browserOn: "{browser} 瀏覽器（{system}）",
  inApp: "{app}，登入自：{device}",
}

export const done: Same<typeof english.done> = {
  session: "該裝置已登出。",
  passkey: "已新增通行密鑰，下次登入時即可使用。",
  "passkey-renamed": "已儲存通行密鑰的名稱。",
  "passkey-removed": "已移除通行密鑰，之後不能再用來登入。你亦可在裝置的設定中將它刪除。",
  "device-trusted": "30 天內，我們不會在此裝置向你傳送短訊。你可以在下面更改。",
  "device-not-trusted":
    "我們仍會在此裝置向你傳送短訊：管理員，以及所屬機構要求每次輸入驗證碼的人，每次都會收到驗證碼。",
  "device-untrusted": "下次在該裝置登入時，須再次輸入驗證碼。",
  "key-revoked": "密鑰已撤銷，不能再用來登入。",
  "phone-changed": "你的電話號碼已更改。你在其他裝置均已登出。API 密鑰及通行密鑰仍然有效，直至你將其撤銷或移除。",
  "phone-cancelled": "已取消更改電話號碼。",
  "phone-stopped":
    "已停止更改電話號碼，提出要求的裝置亦已登出。如是其他人所為，請在所有裝置登出，並移除不屬於你的通行密鑰。",
}

export const everywhere: Same<typeof english.everywhere> = {
  title: "在所有裝置登出？",
  onlyHere:
    "你只在此裝置登入。這樣會將你登出，而你以往登入過的每部裝置都會視為新裝置。如你遺失了裝置，或曾使用與他人共用的裝置，請這樣做。",
  all: "這樣會將你在全部 {sessions} 個瀏覽器及應用程式登出，包括這一個。如你遺失了裝置，或曾使用與他人共用的裝置，請這樣做。",
  keys: "API 密鑰不屬於登入：除非你一併撤銷，否則你的程式仍可使用。",
  revokeKey: "同時撤銷我的 API 密鑰",
  revokeKeys: "同時撤銷我的 {keys} 個 API 密鑰",
}

export const keys: Same<typeof english.keys> = {
  summary: "API 密鑰（供開發人員使用）",
  none: "你沒有 API 密鑰。",
  list: "API 密鑰",
  created: "{scopes}。建立於 <created></created>，從未使用",
  used: "{scopes}。建立於 <created></created>，上次使用：<used></used>",
  revoke: "撤銷",
  name: "密鑰名稱",
  nameHint: "讓你日後知道由哪個程式使用。",
  allowed: "密鑰的權限",
  create: "建立密鑰",
  creating: "正在建立…",
  ready: "你的密鑰 <name>{key}</name> 已建立",
  copyNow: "請立即複製：我們只會顯示一次，而且不會保存可讀取的副本。",
  label: "你的新 API 密鑰",
  copy: "複製密鑰",
  copied: "已複製",
}
