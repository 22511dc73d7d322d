import { expect, test } from "vitest"
import { pinText } from "@/lib/delivery/pin-text"
import { segmentsOf } from "@/lib/delivery/segments"

/** The basic character set of 3GPP TS 23.038, 6.2.1: each is one septet. */
const gsm7 =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"

const hosts = ["a.io", "latchkey.example", "sign-in.department.of.a.large.organisation.example"]
const longHosts = [60, 80, 100, 120, 140, 200, 253].map((length) => `${"a".repeat(length - 8)}.example`)

test.each([...hosts, "localhost"])("the last line binds the PIN to the host %s, alone on its line", (host) => {
  expect(pinText("012345", 10, host).split("\n").at(-1)).toBe(`@${host} #012345`)
})

test("it begins with the PIN, so that a notification shows it, and warns against sharing it", () => {
  const text = pinText("012345", 10, "latchkey.example")
  expect(text).toMatch(/^012345 /)
  expect(text).toContain("10 minutes")
  expect(text).toContain("Never share it")
})

test("it names the sender that it comes from, in one segment too", () => {
  const text = pinText("012345", 10, "sign-in.example", { sender: "Gala Night" })
  expect(text).toContain("012345 is your Gala Night PIN")
  for (const host of [...hosts, ...longHosts])
    expect(pinText("012345", 10, host, { sender: "ElevenChars" }).length).toBeLessThanOrEqual(160)
})

test("one minute is not one minutes", () => {
  expect(pinText("012345", 1, "latchkey.example")).toContain("1 minute.")
  expect(pinText("012345", 2, "latchkey.example")).toContain("2 minutes.")
})

test.each([...hosts, ...longHosts])("it is one segment of GSM-7 for any host: %s", (host) => {
  const text = pinText("012345", 10, host)
  expect(text.length).toBeLessThanOrEqual(160)
  expect([...text].filter((character) => !gsm7.includes(character))).toEqual([])
  expect(text).toContain("012345")
})

test("where host and words do not both fit, words give way first", () => {
  const host = `${"a".repeat(112)}.example`
  expect(pinText("012345", 10, host).split("\n").at(-1)).toBe(`@${host} #012345`)
})

const chinese = { language: "zh-HK" } as const

test.each([...hosts, ...longHosts])("in Chinese it is one segment too, for any host: %s", (host) => {
  for (const about of [chinese, { ...chinese, purpose: "change-phone", sender: "ElevenChars" } as const]) {
    const text = pinText("012345", 10, host, about)
    expect(segmentsOf(text)).toBe(1)
    expect(text).toContain("012345")
  }
})

test("in Chinese it names the sender and how long the PIN works, and binds it to a long host", () => {
  const text = pinText("012345", 10, "sign-in.example.org.hk", chinese)
  expect(text).toMatch(/^012345 是你的 Latchkey 驗證碼，10 分鐘內有效。/)
  expect(text.split("\n").at(-1)).toBe("@sign-in.example.org.hk #012345")
  const host = `${"a".repeat(40)}.example`
  expect(pinText("012345", 10, host, chinese).split("\n").at(-1)).toBe(`@${host} #012345`)
})

test.each([
  ["a".repeat(160), 1],
  ["a".repeat(161), 2],
  [`${"a".repeat(158)}€`, 1],
  [`${"a".repeat(159)}€`, 2],
  ["碼".repeat(70), 1],
  ["碼".repeat(71), 2],
  [`${"a".repeat(70)}碼`, 2],
])("%s is paid for as %d", (text, segments) => {
  expect(segmentsOf(text)).toBe(segments)
})
