import { readFile } from "node:fs/promises"
import fc from "fast-check"
import { expect, test } from "vitest"
import { grounds, leastContrast, paletteOf, weakestPair } from "./palette"

test("accents are measured on the grounds that pages have", async () => {
  const [light = "", dark = ""] = (await readFile("app/styles/tokens.css", "utf8")).split("prefers-color-scheme: dark")
  for (const [name, colour] of Object.entries(grounds.light)) expect(light).toContain(`--${name}: ${colour};`)
  for (const [name, colour] of Object.entries(grounds.dark)) expect(dark).toContain(`--${name}: ${colour};`)
})

test("our own accents pass", () => {
  expect(weakestPair("#0e5a4e", "light").ratio).toBeGreaterThanOrEqual(leastContrast)
  expect(weakestPair("#84d6bf", "dark").ratio).toBeGreaterThanOrEqual(leastContrast)
})

test("what WCAG calls too weak is told with its ratio", () => {
  // Mid grey on white is the well-known 4.54; on our paper it is less.
  expect(weakestPair("#767676", "light").ratio).toBeLessThan(leastContrast)
  expect(weakestPair("#ffff00", "light")).toMatchObject({ ratio: expect.closeTo(1, 0) })
  expect(weakestPair("#000080", "dark").ratio).toBeLessThan(2)
})

test("the text of a button is black or white, whichever reads better", () => {
  expect(paletteOf("#0e5a4e", "light").onAccent).toBe("#ffffff")
  expect(paletteOf("#ffd400", "dark").onAccent).toBe("#0b0f0d")
})

test("every accent has a palette of plain colours", () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(byte, byte, byte, fc.constantFrom("light" as const, "dark" as const), (red, green, blue, scheme) => {
      const accent = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`
      for (const colour of Object.values(paletteOf(accent, scheme))) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
      expect(weakestPair(accent, scheme).ratio).toBeGreaterThanOrEqual(1)
    }),
  )
})
