import { expect, test } from "vitest"
import { deviceOf } from "@/lib/web/device"

const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"

test.each([
  [chrome, "browser", "Chrome on Linux"],
  [phone, "browser", "Safari on iOS"],
  ["okhttp/4.12", "handbid", "An app"],
  [null, "handbid", "An app"],
  [null, "browser", "A browser"],
  ["something of nobody's", "browser", "A browser that we do not know"],
])("%s of %s is %s", (userAgent, client, words) => {
  expect(deviceOf(userAgent, client)).toBe(words)
})
