import { expect, test } from "vitest"
import { derivePin, pinMatches } from "@/lib/challenge/pin"
import { keyRing } from "@/lib/keys/key-ring"

const keys = keyRing(["a secret of this test"])
const challenge = {
  id: "c3f1",
  realm: "handbid",
  purpose: "sign-in",
  phone: "+13035551234",
  whitelabelId: 1,
  keyId: keys.current.id,
} as const
const manyIds = Array.from({ length: 2000 }, (_, index) => `challenge ${index}`)

test("a PIN is six digits, leading zeros included", () => {
  const pins = manyIds.map((id) => derivePin({ ...challenge, id }, keys))
  expect(pins.every((pin) => /^\d{6}$/.test(pin ?? ""))).toBe(true)
  expect(pins.some((pin) => pin?.startsWith("0"))).toBe(true)
})

test("a PIN can be derived again, by any process that holds the secret", () => {
  expect(derivePin({ ...challenge }, keyRing(["a secret of this test"]))).toBe(derivePin(challenge, keys))
})

test.each([
  ["id", "c3f2"],
  ["realm", "goodcity"],
  ["purpose", "register"],
  ["phone", "+13035551235"],
  ["whitelabelId", 4],
])("a PIN is bound to the challenge's %s", (field, value) => {
  expect(derivePin({ ...challenge, [field]: value }, keys)).not.toBe(derivePin(challenge, keys))
})

test("PINs are spread evenly: no first digit comes up much more often than another", () => {
  const counts = new Map<string, number>()
  for (const id of manyIds) {
    const first = (derivePin({ ...challenge, id }, keys) as string).slice(0, 1)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  expect(counts.size).toBe(10)
  for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(60)
})

test("while keys rotate, an older challenge keeps its PIN", () => {
  const rotated = keyRing(["the new secret", "a secret of this test"])
  expect(derivePin(challenge, rotated)).toBe(derivePin(challenge, keys))
  expect(derivePin({ ...challenge, keyId: rotated.current.id }, rotated)).not.toBe(derivePin(challenge, keys))
})

test("a challenge whose key is gone, and a decoy, have no PIN, and nothing matches them", () => {
  const gone = keyRing(["the new secret"])
  const pin = derivePin(challenge, keys) as string
  expect(derivePin(challenge, gone)).toBeUndefined()
  expect(pinMatches(challenge, pin, gone)).toBe(false)
  const decoy = { ...challenge, phone: null }
  expect(derivePin(decoy, keys)).toBeUndefined()
  for (const typed of [pin, "000000", "xxxxxx"]) expect(pinMatches(decoy, typed, keys)).toBe(false)
})

test("the right digits match, and no others", () => {
  const pin = derivePin(challenge, keys) as string
  expect(pinMatches(challenge, pin, keys)).toBe(true)
  for (let place = 0; place < 6; place++) {
    const digit = String((Number(pin[place]) + 1) % 10)
    expect(pinMatches(challenge, pin.slice(0, place) + digit + pin.slice(place + 1), keys)).toBe(false)
  }
})
