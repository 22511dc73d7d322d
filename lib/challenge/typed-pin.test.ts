import { expect, test } from "vitest"
import { parsePin } from "@/lib/challenge/typed-pin"

test.each([
  "123456",
  " 123456 ",
  "123 456",
  "123-456",
  "12-34-56",
  "1 2 3 4 5 6",
  "123–456",
  "123—456",
  "123\u00a0456",
  "123\u200b456\u200e",
  "\u202d123456\u202c",
  "\ufeff123456\r\n",
  "１２３４５６",
  "１２３－４５６",
  "١٢٣٤٥٦",
  "१२३ ४५६",
])("%j is 123456", (typed) => {
  expect(parsePin(typed)).toBe("123456")
})

test("leading zeros stay", () => {
  expect(parsePin("000 012")).toBe("000012")
})

test.each([
  "",
  "12345",
  "1234567",
  "12345a",
  "123.456",
  "+123456",
  "1e5000",
  "0x1234",
  "123456\u0000",
  "\ud800123456",
  "②③④⑤⑥⑦⑧",
  `${" ".repeat(95)}123456`,
])("%j is no PIN", (typed) => {
  expect(parsePin(typed)).toBeUndefined()
})
