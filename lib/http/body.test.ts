import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { readBody, readForm } from "@/lib/http/body"

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
afterEach(() => void vi.useRealTimers())

const unreadable = { problem: "unreadable-body" }
const form = "application/x-www-form-urlencoded"

/** A request whose body comes in these pieces, and then ends, breaks off, or stalls. */
function arriving(pieces: string[], then: "ends" | "breaks" | "stalls", headers: Record<string, string> = {}) {
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

describe.each([
  ["readBody", readBody],
  ["readForm", readForm],
] as const)("%s: a body that is not whole is unreadable, though what came of it could be read", (_, read) => {
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

  test("it comes piece by piece, for ever", async () => {
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

  test("it breaks off", async () => {
    expect(await read(arriving(["email=a@example.com"], "breaks"))).toEqual(unreadable)
  })

  test("it ends before the length that it says", async () => {
    expect(await read(arriving(["email=a@example.com"], "ends", { "content-length": "20" }))).toEqual(unreadable)
    expect(await read(arriving([], "ends", { "content-length": "20" }))).toEqual(unreadable)
    const none = new Request("https://latchkey.example/", {
      method: "POST",
      headers: { "content-type": form, "content-length": "20" },
    })
    expect(await read(none)).toEqual(unreadable)
  })
})

test("a whole body is read, with its length and without it, and leaves no timer behind", async () => {
  for (const headers of [{}, { "content-length": "19" }] as Record<string, string>[])
    expect(await readBody(arriving(["email=a@", "example.com"], "ends", headers))).toEqual({
      fields: { email: "a@example.com" },
    })
  expect(await readBody(arriving([], "ends", { "content-length": "0" }))).toEqual({ fields: {} })
  expect(vi.getTimerCount()).toBe(0)
})
