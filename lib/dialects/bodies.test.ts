import { describe, expect, test } from "vitest"
import { person } from "@/lib/testing/people"
import { type CallAnswer, testAuth } from "@/lib/testing/test-auth"

const { phone, details } = person()
const json = JSON.stringify(details)
const form = new URLSearchParams(details).toString()
const formType = "application/x-www-form-urlencoded"

async function post(body: unknown, contentType?: string) {
  const auth = await testAuth()
  const headers: Record<string, string> = contentType ? { "content-type": contentType } : {}
  const answer = await auth.call("register", { body, headers })
  expect(auth.surprises).toEqual([])
  return { auth, answer }
}
const unreadable = (answer: CallAnswer) =>
  expect(answer).toMatchObject({ status: 400, body: { error: "validation_error", message: expect.any(String) } })

describe("a body may arrive as", () => {
  test.each([
    ["JSON", json, "application/json"],
    ["JSON with a charset", json, "application/json; charset=utf-8"],
    ["JSON of any type", json, "*/*"],
    ["JSON of no type", new TextEncoder().encode(json), undefined],
    ["JSON called plain text", json, "text/plain"],
    ["JSON with a byte-order mark", `\ufeff${json}`, "application/json"],
    ["JSON in a JSON string", JSON.stringify(json), "application/json"],
    ["JSON in a JSON string of any type", JSON.stringify(json), "*/*"],
    ["JSON called a form", json, formType],
    ["JSON in a JSON string called a form", JSON.stringify(json), formType],
    ["a form", form, formType],
    ["a form with a charset", form, `${formType}; charset=UTF-8`],
    ["a form with nested fields beside", `${form}&user_auth[mobile]=1&a[b][c]=2`, formType],
  ])("%s", async (_, body, contentType) => {
    const { auth, answer } = await post(body, contentType)
    expect(answer.status).toBe(201)
    expect(auth.outbox.map(({ to }) => to)).toEqual([phone])
  })

  test("a form: a plus is a space, and a percent-encoded plus is a plus", async () => {
    const { auth, answer } = await post(form.replace("firstname=Pat", "firstname=Mary+Ann"), formType)
    expect(answer.status).toBe(201)
    expect((await auth.core.challenges.unused("handbid", details.email))?.applicant?.firstName).toBe("Mary Ann")
  })

  test("JSON that comes in pieces, cut inside a character", async () => {
    const bytes = new TextEncoder().encode(json.replace("Pat", "Zoë李"))
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const { auth, answer } = await post(stream, "application/json")
    expect(answer.status).toBe(201)
    expect((await auth.core.challenges.unused("handbid", details.email))?.applicant?.firstName).toBe("Zoë李")
  })

  test("a duplicate field is not two: the last one counts in JSON, and a form's is refused", async () => {
    const { answer } = await post(json.replace("{", '{"email":"other@example.com",'), "application/json")
    expect(answer.status).toBe(201)
    expect((await post(`${form}&email=b%40example.com`, formType)).answer.status).toBe(400)
  })
})

describe("an undecodable body is 400", () => {
  test.each([
    ["truncated JSON", json.slice(0, -1)],
    ["a number", "5"],
    ["null", "null"],
    ["true", "true"],
    ["a list", `[${json}]`],
    ["a string that is no JSON", '"email=a"'],
    ["JSON encoded three times", JSON.stringify(JSON.stringify(json))],
    ["an empty string in a string", '""'],
    ["XML", "<email>a@example.com</email>"],
    ["single quotes", "{'email': 'a@example.com'}"],
    ["a trailing comma", '{"email":"a@example.com",}'],
    ["NaN", '{"email":NaN}'],
    ["brackets 30,000 deep", "[".repeat(30_000)],
    ["objects 10,000 deep", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
    ["invalid UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ["UTF-16", new Uint8Array(Buffer.from(json, "utf16le"))],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3)],
    ["zeros", new Uint8Array(100)],
  ])("%s", async (_, body) => {
    const { auth, answer } = await post(body, "application/json")
    unreadable(answer)
    expect(auth.outbox).toEqual([])
  })

  test("multipart forms are not read", async () => {
    const body = `--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@example.com\r\n--x--\r\n`
    unreadable((await post(body, "multipart/form-data; boundary=x")).answer)
  })

  test("an empty body is an empty object: the fields are missing", async () => {
    for (const body of ["", " \n", "{}"]) {
      const { answer } = await post(body, "application/json")
      expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
      expect(Object.keys(answer.body.fields)).toContain("email")
    }
  })

  test("a body that breaks off is 400, and no surprise", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(json.slice(0, 10)))
        controller.error(new Error("the line went dead"))
      },
    })
    unreadable((await post(broken, "application/json")).answer)
  })
})

describe("64 KiB", () => {
  const padded = (length: number) =>
    json
      .slice(0, -1)
      .padEnd(length - 1, " ")
      .concat("}")

  test("are read, and not one byte more", async () => {
    expect((await post(padded(65536), "application/json")).answer.status).toBe(201)
    const { auth, answer } = await post(padded(65537), "application/json")
    expect(answer).toMatchObject({ status: 413, body: { error: "payload_too_large" } })
    expect(auth.outbox).toEqual([])
  })

  test("are bytes, not characters", async () => {
    const body = JSON.stringify({ ...details, more: "李".repeat(30_000) })
    expect((await post(body, "application/json")).answer.status).toBe(413)
  })

  test("are believed of Content-Length before a byte is read", async () => {
    let pulled = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new TextEncoder().encode(json))
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const auth = await testAuth()
    const answer = await auth.call("register", { body, headers: { "content-length": "65537" } })
    expect(answer.status).toBe(413)
    expect(pulled).toBe(0)
  })

  test("are counted where Content-Length is absent or a lie, and reading stops there", async () => {
    for (const headers of [{}, { "content-length": "10" }, { "content-length": "many" }] as Record<string, string>[]) {
      let pieces = 0
      const endless = new ReadableStream({
        pull(controller) {
          pieces += 1
          controller.enqueue(new Uint8Array(1024).fill(0x20))
        },
      })
      const auth = await testAuth()
      expect((await auth.call("register", { body: endless, headers })).status).toBe(413)
      expect(pieces).toBeLessThan(70)
    }
  })
})
