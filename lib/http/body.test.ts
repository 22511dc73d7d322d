import { Readable } from "node:stream"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { readBody, readForm } from "@/lib/http/body"

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
afterEach(() => void vi.useRealTimers())

const unreadable = { problem: "unreadable-body" }
const form = "application/x-www-form-urlencoded"

type Then = "ends" | "breaks" | "stalls"
type Arriving = (pieces: string[], then: Then, headers?: Record<string, string>) => Request

/** A request whose body comes in these pieces, and then ends, breaks off, or stalls. */
const inAStream: Arriving = (pieces, then, headers = {}) => {
  const left = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift()
      if (piece !== undefined) return controller.enqueue(new TextEncoder().encode(piece))
      if (then === "ends") return controller.close()
      if (then === "breaks") return controller.error(new Error("the line went dead"))
      return new Promise(() => undefined)
    },
  })
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": form, ...headers } }
  return new Request("https://latchkey.example/", init as RequestInit)
}

/** The same as our own server hands it over, with node's message. */
const inAMessage: Arriving = (pieces, then, headers = {}) => {
  const left = pieces.map((piece) => Buffer.from(piece))
  const message = new Readable({
    read() {
      const piece = left.shift()
      if (piece !== undefined) this.push(piece)
      else if (then === "ends") this.push(null)
      else if (then === "breaks") this.destroy(new Error("the line went dead"))
    },
  })
  const given = { method: "POST", headers: new Headers({ "content-type": form, ...headers }) }
  return { ...given, runtime: { node: { req: message } } } as unknown as Request
}

describe.each([
  ["readBody", "a stream", readBody, inAStream],
  ["readForm", "a stream", readForm, inAStream],
  ["readBody", "node's message", readBody, inAMessage],
  ["readForm", "node's message", readForm, inAMessage],
] as const)(
  "%s of %s: a body that is not whole is unreadable, though what came of it could be read",
  (_, __, read, arriving) => {
    test("it stalls, and is given up after ten seconds and not before", async () => {
      let answer: unknown = "still waiting"
      const reading = read(arriving(["email=a@example.com&pin=", "123"], "stalls")).then((given) => {
        answer = given
      })
      await vi.advanceTimersByTimeAsync(9_999)
      expect(answer).toBe("still waiting")
      await vi.advanceTimersByTimeAsync(1)
      await reading
      expect(answer).toEqual(unreadable)
    })

    test("nothing of it comes", async () => {
      const reading = read(arriving([], "stalls"))
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await reading).toEqual(unreadable)
    })

    test("it breaks off", async () => {
      expect(await read(arriving(["email=a@example.com"], "breaks"))).toEqual(unreadable)
    })

    test("it ends before the length that it says", async () => {
      expect(await read(arriving(["email=a@example.com"], "ends", { "content-length": "20" }))).toEqual(unreadable)
      expect(await read(arriving([], "ends", { "content-length": "20" }))).toEqual(unreadable)
    })

    test("it is larger than a body may be, whatever it says", async () => {
      const half = "a".repeat(40_000)
      expect(await read(arriving([half, half], "stalls", { "content-length": "20" }))).toEqual({
        problem: "body-too-large",
      })
      expect(await read(arriving([], "stalls", { "content-length": "80000" }))).toEqual({ problem: "body-too-large" })
    })
  },
)

describe.each([
  ["readBody", readBody],
  ["readForm", readForm],
] as const)("%s", (_, read) => {
  test("a body that comes piece by piece, for ever, is given up", async () => {
    const drip = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        new Promise<void>((resolve) => {
          setTimeout(() => resolve(controller.enqueue(new TextEncoder().encode("a"))), 3_000)
        }),
    })
    const init = { method: "POST", body: drip, duplex: "half", headers: { "content-type": form } }
    const reading = read(new Request("https://latchkey.example/", init as RequestInit))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await reading).toEqual(unreadable)
  })

  test("a body that says its length and does not come is unreadable", async () => {
    const headers = { "content-type": form, "content-length": "20" }
    expect(await read(new Request("https://latchkey.example/", { method: "POST", headers }))).toEqual(unreadable)
  })
})

test.each([
  ["a stream", inAStream],
  ["node's message", inAMessage],
] as const)(
  "a whole body is read of %s, with its length and without it, and leaves no timer behind",
  async (_, arriving) => {
    for (const headers of [{}, { "content-length": "19" }] as Record<string, string>[])
      expect(await readBody(arriving(["email=a@", "example.com"], "ends", headers))).toEqual({
        fields: { email: "a@example.com" },
      })
    expect(await readBody(arriving([], "ends", { "content-length": "0" }))).toEqual({ fields: {} })
    expect(vi.getTimerCount()).toBe(0)
  },
)
