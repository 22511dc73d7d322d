import { expect, test } from "vitest"
import { deviceOf } from "@/lib/web/account/device"
import { sayIn } from "@/lib/words/say"

const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"

test.each([
  [chrome, "browser", "Chrome on Linux"],
  [phone, "browser", "Safari on iOS"],
  ["okhttp/4.12", "handbid", "An app"],
  [null, "handbid", "An app"],
  [null, "browser", "A browser"],
  ["Zapier/1.0 (worker)", "handbid", "Zapier"],
  ["Your account is locked, call 0900 1234567 now/1.0 (x)", "browser", "A browser that we do not know"],
  ["Some\u202e\u0085\u009bone/1.0 (x)", "browser", "A browser that we do not know"],
  [`${"x".repeat(300)}/1.0 (x)`, "handbid", "An app"],
  [
    "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/21.0 Chrome/110.0 Mobile Safari/537.36",
    "browser",
    "Samsung Internet for Android on Android",
  ],
  ["something of nobody's", "browser", "A browser that we do not know"],
])("%s of %s is %s", (userAgent, client, words) => {
  expect(deviceOf(userAgent, client, sayIn("en"))).toBe(words)
})
