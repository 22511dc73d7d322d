import { expect, test } from "vitest"
import { keyRing } from "@/lib/keys/key-ring"
import { newToken } from "@/lib/outside/chance"
import { following, hashToken } from "@/lib/session/token"

const { current: key } = keyRing(["a secret of this test"])
const successors = (token: string, under = key) => ({
  access: following(token, "access", under),
  refresh: following(token, "refresh", under),
})

test("what is stored of a token is its SHA-256", () => {
  expect(hashToken("abc")).toBe(
    Buffer.from("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "hex").toString("base64url"),
  )
})

test("the same old token has the same successors, an access and a refresh token of 256 bits", () => {
  const one = successors("old")
  expect(successors("old")).toEqual(one)
  for (const token of Object.values(one)) expect(Buffer.from(token, "base64url")).toHaveLength(32)
  expect(one.access).not.toBe(one.refresh)
})

test("another token, or another key, has others", () => {
  const { current: other } = keyRing(["another secret"])
  const all = [successors("old"), successors("older"), successors("old", other)]
  expect(new Set(all.flatMap(Object.values)).size).toBe(6)
})

test("a new token has 256 random bits, in characters that a header may carry", () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})
