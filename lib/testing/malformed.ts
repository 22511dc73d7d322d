import fc from "fast-check"
import { person } from "@/lib/testing/people"

const form = "application/x-www-form-urlencoded"

/** A request that each route would take, to be spoilt. */
export const good = {
  emailCheck: { email: person().email },
  resendPin: { email: person().email },
  register: person().details,
  verifyPin: { email: person().email, pin: "123456" },
  refreshToken: { refreshToken: "A".repeat(43) },
  revoke: { refreshToken: "A".repeat(43) },
  logout: {},
} as const
export type Post = keyof typeof good

/** What no field may be. */
const never: unknown[] = [null, true, [], {}, [[["x"]]], -1, 1.5, 1e308, { toString: 1 }, { length: 1, 0: "x" }]
const noText = ["", " ", "\u0000", "\ud800", "a\udfffb"]
/** For `revoke` any text is a token, and one that nobody has is no error. */
const spoilt = (path: Post) => fc.constantFrom<unknown>(...never, ...(path === "revoke" ? [] : noText))

const types = fc.constantFrom(
  "application/json",
  "*/*",
  form,
  "text/plain",
  "multipart/form-data; boundary=x",
  "application/xml",
  "application/json; charset=utf-16",
  "application/octet-stream",
  ";;;",
)
type Body = { body: string | Uint8Array; type: string }
const typed = (bodies: fc.Arbitrary<string | Uint8Array>): fc.Arbitrary<Body> =>
  fc.record({ body: bodies, type: types })
const depth = fc.integer({ min: 1, max: 9000 })

/** Bodies of every kind that no route may take. */
export function bad(path: Post): fc.Arbitrary<Body> {
  const whole = JSON.stringify({ ...good[path], more: "x" })
  const names = Object.keys(good[path])
  const kinds = [
    typed(fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value))),
    typed(fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(JSON.stringify(value)))),
    typed(fc.integer({ min: 1, max: whole.length - 1 }).map((length) => whole.slice(0, length))),
    typed(fc.uint8Array({ minLength: 1, maxLength: 300 })),
    typed(
      fc
        .uint8Array({ minLength: 1, maxLength: 9 })
        .map((bytes) => Buffer.concat([Buffer.from(whole), bytes, Buffer.of(0xff)])),
    ),
    typed(depth.map((times) => "[".repeat(times) + "]".repeat(times))),
    typed(depth.map((times) => `${'{"email":'.repeat(times)}1${"}".repeat(times)}`)),
    typed(
      fc
        .integer({ min: 1, max: 400 })
        .map((digits) => `{"email":${"9".repeat(digits)},"pin":-1e${digits},"mobile":1e-${digits}}`),
    ),
    typed(
      fc.constantFrom(
        "null",
        "[]",
        "0",
        "-0",
        "true",
        '""',
        '"null"',
        '"[]"',
        "[{}]",
        "\u0000",
        "<a/>",
        "--x\r\n",
        "%",
        "&&==",
        "\ufeff\ufeff{}",
      ),
    ),
    fc
      .array(
        fc.constantFrom(
          "[",
          "]",
          "[]",
          "[0]",
          "[__proto__]",
          "[constructor]",
          "=",
          "&",
          "%",
          "%00",
          "%ff",
          "a",
          ".",
          "+",
          "email[",
        ),
        { maxLength: 60 },
      )
      .map((parts) => ({ body: parts.join(""), type: form })),
  ]
  if (names.length > 0) {
    const oneSpoilt = fc
      .tuple(fc.constantFrom(...names), spoilt(path))
      .map(([name, value]) => JSON.stringify({ ...good[path], [name]: value }))
    kinds.push(typed(oneSpoilt), typed(oneSpoilt.map((body) => JSON.stringify(body))))
    const oneNested = fc.tuple(fc.constantFrom(...names), fc.constantFrom("[]", "[a]", "[0][1]", "[length]"))
    const fields = Object.entries(good[path])
    kinds.push(
      oneNested.map(([name, brackets]) => ({
        body: fields
          .map(([key, value]) => `${key}${key === name ? brackets : ""}=${encodeURIComponent(value)}`)
          .join("&"),
        type: form,
      })),
    )
  }
  return fc.oneof(...kinds)
}
