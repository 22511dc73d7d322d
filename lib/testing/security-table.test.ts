import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const cells = readFileSync("SECURITY.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes(".ts`: "))
  .map((line) => line.split(" | ").at(-1)?.replace(/ \|$/, "") ?? "")
const proofs = cells.flatMap((cell) => cell.split("; ")).map((proof) => proof.split("`: ") as [string, string])

test.each(proofs)("SECURITY.md names a test that exists: %s: %s", (quoted, title) => {
  const file = quoted.replace("`", "")
  expect(file).toMatch(/\.(test|spec)\.ts$/)
  expect(existsSync(file), file).toBe(true)
  // A title is the text that a call begins with: test("…", or test.each([…])("…",
  const titles = readFileSync(file, "utf8").matchAll(/\(\s*(["'`])((?:(?!\1).|\\\1)+)\1,/g)
  expect([...titles].some(([, , text = ""]) => text.replaceAll("\\", "").includes(title))).toBe(true)
})
