import fc from "fast-check"
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
  ["محمد", "محمد"],
  ["שָׂרָה", "שָׂרָה".normalize("NFC")],
  ["علی\u200cرضا", "علی\u200cرضا"],
  ["ശ്രീക്\u200d", "ശ്രീക്\u200d"],
  ["क्\u200dष", "क्\u200dष"],
  ["ᠨᠢᠭ\u180eᠡ", "ᠨᠢᠭ\u180eᠡ"],
  ["辻\u{e0100}", "辻\u{e0100}"],
  ["\u{2ffaa}\u{33479}", "\u{2ffaa}\u{33479}"],
  ["👩\u200d💻", "👩\u200d💻"],
  ["\u200fمحمد\u200f", "محمد"],
  ["\u061cAli\u200e", "Ali"],
  ["\u202bمحمد\u202c", "محمد"],
  ["\u2067محمد\u2069 Ali", "محمد Ali"],
  ["Alice\u202eecila", "Aliceecila"],
  ["\u202aA\u202bl\u202ci\u202dc\u202ee\u2066\u2067\u2068\u2069\u206a", "Alice"],
  ["\u200b Alice\u2060\ufeff", "Alice"],
  ["Al\u00adice", "Alice"],
  ["e\u200b\u0301", "é"],
  [`${"x".repeat(100)}\u200f`, "x".repeat(100)],
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
  "a\u2029b",
  "\u202e",
  "\u200f \u2069",
  "\u200d",
  "\u0301",
  "\u3164",
  "\uffa0\u115f\u1160",
  "\u2800",
  "A\u{e0041}\u{e007f}",
  "A\u{e0001}",
  "a\ufff9b\ufffac\ufffb",
  "a\ue000",
  "a\u{f0000}",
  "a\u{10fffd}",
  "a\ufdd0",
  "a\uffff",
  "a\u{2fffe}",
  "a\u{10ffff}",
  "a\u0378",
  "a\u{1fffd}",
  "a\u0600",
  "a\u{1d173}",
  "x".repeat(101),
  "𠮷".repeat(101),
])("%j is no name", (typed) => {
  expect(parsePersonName(typed)).toBeUndefined()
})

test("no name that is kept turns what stands beside it, and each is read again as itself", () => {
  const unit = fc.oneof(
    fc.constantFrom("\u202e", "\u2067", "\u200f", "\u200d", "\u0301", "\u{e0041}", "a", "م"),
    fc.string({ unit: "binary" }),
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (typed) => {
      const name = parsePersonName(typed)
      if (name === undefined) return
      expect(name).not.toMatch(/\p{Bidi_Control}/u)
      expect(name.isWellFormed()).toBe(true)
      expect(parsePersonName(name)).toBe(name)
    }),
    { numRuns: 5000 },
  )
})
