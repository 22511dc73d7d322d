import { expect, test } from "vitest"
import { newId, newKey, newToken } from "@/lib/outside/chance"
import { secretsIn } from "./secrets-in"

const line = (told: object) =>
  `{"level":"info","at":"2026-03-01T12:00:00.123Z",${JSON.stringify({ id: newId(), ...told }).slice(1)}`
const kinds = (log: string, known: string[] = []) => secretsIn(log, known).map(({ kind }) => kind)

test.each([
  ["email", "ada@example.com"],
  ["email", "to=ada%40example.com"],
  ["phone", "+13035551234"],
  ["phone", "%2B85291234567"],
  ["phone", "3035551234"],
  ["phone", "+1 (303) 555-1234"],
  ["pin", "123456"],
  ["pin", "the PIN was 123456."],
  ["pin", 123456],
  ["jwt", `eyJhbGciOiJSUzI1NiJ9.${"a".repeat(40)}.b`],
  ["cookie", "Fe26.2*1*abc"],
  ["cookie", "__Host-latchkey=x"],
  ["key", "sk_live_0123456789abcdef"],
  ["key", "rt_0123456789abcdef"],
  ["scheme", "Bearer abcdefgh"],
  ["scheme", "Basic dGlsbDpzZWNyZXQ="],
  ["token", `${newToken().slice(0, 40)}aA1`],
  ["token", newKey()],
])("a log that holds one is found out: %s, %s", (kind, secret) => {
  const [before, after] = [line({ event: "started" }), line({ event: "ended" })]
  expect(kinds(`${before}\n${line({ event: "request", operation: secret })}\n${after}`)).toEqual([kind])
  expect(kinds(`Error: no such thing ${secret} `)).toEqual([kind])
})

test("a secret that is known is found in whatever it stands, and a piece of a longer word is none", () => {
  expect(kinds("pin=042042&", ["042042"])).toEqual(["known"])
  expect(kinds("at 042042x", ["042042"])).toEqual([])
  expect(kinds("a-short-token:abc-def-ghi", ["abc-def-ghi"])).toEqual(["known"])
})

test.each([
  line({ event: "request", dialect: "handbid", operation: "POST /v3/auth/verify-pin", status: 200, ms: 123456.7 }),
  line({ event: "request", id: "0123456789abcdef0123", operation: "GET /sign-in", outcome: "ok" }),
  line({
    event: "unexpected",
    name: "Error",
    place: "at run (file:///srv/.next/latchkey/chunk-3SQRHDWB.mjs:12:123456)",
  }),
  "  Latchkey    http://localhost:41999",
  "    at async Server.<anonymous> (node_modules/@prisma/client/runtime/client.js:65:123456)",
  "▲ Next.js 16.4.5",
])("a log that holds none is let be: %s", (text) => {
  expect(secretsIn(text)).toEqual([])
})
