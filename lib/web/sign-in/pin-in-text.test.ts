import { expect, test } from "vitest"
import { pinText } from "@/lib/delivery/pin-text"
import { pinIn } from "@/lib/web/sign-in/pin-in-text"

test.each([
  "123456",
  "123 456",
  "123-456",
  " 123456\n",
  "１２３４５６",
  "١٢٣٤٥٦",
  "\u202a123456\u202c",
  pinText("123456", 10, "sign-in.example.com"),
  pinText("123456", 10, "localhost").replaceAll("\n", ""),
  "Your code: 123456",
])("%j holds the PIN 123456", (typed) => {
  expect(pinIn(typed)).toBe("123456")
})

test.each(["", "12345", "1234567", "123456 or 654321", "call 1234567", "x".repeat(2000)])("%j holds none", (typed) => {
  expect(pinIn(typed)).toBeUndefined()
})
