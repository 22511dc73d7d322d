import { expect, test } from "vitest"
import { languageOf } from "@/lib/web/language"

test.each([
  [null, "en"],
  ["zh-HK", "zh-HK"],
  ["zh-Hant-TW, en;q=0.5", "zh-HK"],
  ["zh", "zh-HK"],
  ["en-GB,en;q=0.9,zh-HK;q=0.8", "en"],
  ["en;q=0.4, zh-HK;q=0.9", "zh-HK"],
  ["zh-HK;q=0, en;q=0.1", "en"],
  ["fr, de;q=0.9", "en"],
  ["fr, zh-TW;q=0.2", "zh-HK"],
  [`${"x,".repeat(100_000)}zh`, "en"],
  [";q=;;,,=", "en"],
])("a browser that asks for %s is spoken to in %s", (asked, language) => {
  expect(languageOf(new Headers(asked === null ? {} : { "accept-language": asked }))).toBe(language)
})

test("what was chosen on this browser comes before what it asks for", () => {
  const asked = (cookie: string) => languageOf(new Headers({ cookie, "accept-language": "zh-HK" }))
  expect(asked("a=b; latchkey-language=en")).toBe("en")
  expect(asked("latchkey-language=klingon")).toBe("zh-HK")
  expect(asked("not-latchkey-language=en")).toBe("zh-HK")
})
