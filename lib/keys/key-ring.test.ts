import { expect, test } from "vitest"
import { keyRing, sealedName } from "@/lib/keys/key-ring"

test("a key is the same after a restart, and differs by secret and by purpose", () => {
  const derive = (secret: string, purpose: string) => keyRing([secret]).current.derive(purpose).toString("hex")
  expect(derive("one", "pin")).toBe(derive("one", "pin"))
  const all = [derive("one", "pin"), derive("one", "rotation"), derive("two", "pin")]
  expect(new Set(all).size).toBe(3)
  expect(derive("one", "pin")).toHaveLength(64)
})

test("an id names a key without giving the secret away", () => {
  const ring = keyRing(["one", "two"])
  expect(ring.current.id).toBe(keyRing(["one"]).current.id)
  expect(ring.current.id).not.toBe(ring.all[1]?.id)
  expect(ring.current.id).not.toContain("one")
})

test("while rotating, the first secret is current, and both are found", () => {
  const ring = keyRing(["new", "old"])
  expect(ring.current.id).toBe(keyRing(["new"]).current.id)
  expect(ring.find(keyRing(["old"]).current.id)).toBe(ring.all[1])
  expect(ring.find("unknown")).toBeUndefined()
})

test("a sealed name tells nothing of what it names, and parts are not mixed up", () => {
  const ring = keyRing(["one"])
  expect(sealedName(ring, "phone", "+13035551234")).not.toContain("303")
  expect(sealedName(ring, "phone", "1")).toBe(sealedName(ring, "phone", "1"))
  expect(sealedName(ring, "phone", "1")).not.toBe(sealedName(ring, "phone", "2"))
  expect(sealedName(ring, "ab", "c")).not.toBe(sealedName(ring, "a", "bc"))
  expect(sealedName(ring, "phone", "1")).not.toBe(sealedName(keyRing(["two"]), "phone", "1"))
})

test("counts go on while a secret is being rotated: a name stays the same until the old secret is gone", () => {
  const before = sealedName(keyRing(["old"]), "phone", "1")
  expect(sealedName(keyRing(["new", "old"]), "phone", "1")).toBe(before)
  expect(sealedName(keyRing(["new"]), "phone", "1")).not.toBe(before)
})
