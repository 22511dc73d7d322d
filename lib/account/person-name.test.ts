import { expect, test } from "vitest"
import { parsePersonName } from "@/lib/account/person-name"

test.each([
  ["Alice", "Alice"],
  ["  Alice Mary \n", "Alice Mary"],
  ["Zoe\u0308", "Zo\u00eb"],
  ["O’Neill-李", "O’Neill-李"],
  ["<b>", "<b>"],
  ["X", "X"],
  ["𠮷".repeat(100), "𠮷".repeat(100)],
])("%j is kept as %j", (typed, name) => {
  expect(parsePersonName(typed)).toBe(name)
})

test.each([
  "",
  " \t\n",
  "a\u0000b",
  "a\nb",
  "a\u0085b",
  "\ud800",
  "a\udc00",
  "a\u2028b",
  "x".repeat(101),
  "𠮷".repeat(101),
])("%j is no name", (typed) => {
  expect(parsePersonName(typed)).toBeUndefined()
})
