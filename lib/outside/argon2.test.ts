import { expect, test } from "vitest"
import { argon2 } from "@/lib/outside/argon2"
import { isCommonPassword } from "@/lib/outside/common-passwords"

test("a hash is argon2id at the cost that OWASP names, salted, and opens for its password alone", async () => {
  const { hash, matches } = argon2()
  const [one, other] = [await hash("securePassword123"), await hash("securePassword123")]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await matches(one, "securePassword123")).toBe(true)
  expect(await matches(one, "securePassword124")).toBe(false)
})

test("nobody's password is always wrong", async () => {
  const { matches } = argon2({ memoryCost: 64, timeCost: 1 })
  for (const guess of ["", "undefined", "securePassword123"]) expect(await matches(undefined, guess)).toBe(false)
})

test("the ten thousand most common passwords are known, in any case, and no rarer ones", async () => {
  for (const common of ["password", "12345678", "Password1", "TRUSTNO1", "qwertyuiop"])
    expect([common, await isCommonPassword(common)]).toEqual([common, true])
  for (const rare of ["securePassword123", "correcthorsebatterystaple", ""])
    expect([rare, await isCommonPassword(rare)]).toEqual([rare, false])
})

test("beyond the room there is the answer is busy at once, for an account that is not there too, and room comes back", async () => {
  const { hash, matches } = argon2({ memoryCost: 64, timeCost: 1 }, { atOnce: 1, most: 3 })
  const kept = String(await hash("securePassword123"))
  const guesses = Array.from({ length: 6 }, (_, index) => matches(index % 2 ? kept : undefined, "securePassword123"))
  expect(await Promise.all(guesses)).toEqual([false, true, false, "busy", "busy", "busy"])
  expect(await Promise.all([hash("one"), hash("two"), hash("three"), hash("four")])).toEqual([
    ...Array(3).fill(expect.stringMatching(/^\$argon2id/)),
    "busy",
  ])
  expect(await matches(kept, "securePassword123")).toBe(true)
})
