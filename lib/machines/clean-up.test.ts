import { expect, test } from "vitest"
import { cleanUpHandler } from "@/lib/machines/clean-up"

const secret = "0123456789abcdef"
const now = new Date("2026-03-01T12:00:00Z")

/** Calls the clean-up's route, and tells whether it was done. */
async function call(authorization: string | undefined, site: { secret: string | undefined } = { secret }) {
  const done: Date[] = []
  const cleanUp = async (at: Date) => {
    done.push(at)
    return { removed: { Limit: 2 }, more: false }
  }
  const handler = cleanUpHandler(async () => ({ cleanUp, now: () => now, later: () => undefined, ...site }))
  const headers = new Headers(authorization ? { authorization } : undefined)
  const answer = await handler(new Request("https://latchkey.example/cron/clean-up", { headers }))
  return { status: answer.status, headers: answer.headers, body: await answer.json(), done }
}

test("whoever shows the secret is told what was removed", async () => {
  const { status, body, done, headers } = await call(`Bearer ${secret}`)
  expect({ status, body, done }).toEqual({ status: 200, body: { removed: { Limit: 2 }, more: false }, done: [now] })
  expect(headers.get("cache-control")).toBe("no-store")
})

test.each([undefined, "Bearer ", "Bearer 0123456789abcdeF", "Bearer 0123456789abcde", `Basic ${secret}`, secret])(
  "401 for %s, and nothing is removed",
  async (authorization) => {
    const { status, done, headers } = await call(authorization)
    expect({ status, done }).toEqual({ status: 401, done: [] })
    expect(headers.get("www-authenticate")).toBe("Bearer")
  },
)

test("without a secret there is no such page, not even for an empty one", async () => {
  for (const shown of [undefined, "Bearer undefined", `Bearer ${secret}`]) {
    const { status, done } = await call(shown, { secret: undefined })
    expect({ status, done }).toEqual({ status: 404, done: [] })
  }
})

test("what one turn leaves goes after the answer, turn by turn until nothing is left, however many ask", async () => {
  let left = 5
  const tasks: (() => Promise<unknown>)[] = []
  const cleanUp = async () => {
    left -= 1
    return { removed: {}, more: left > 0 }
  }
  const later = (task: () => Promise<unknown>) => void tasks.push(task)
  const handler = cleanUpHandler(async () => ({ cleanUp, now: () => now, secret, later }))
  const ask = () =>
    handler(new Request("https://latchkey.example/", { headers: { authorization: `Bearer ${secret}` } }))
  expect(await (await ask()).json()).toMatchObject({ more: true })
  await ask()
  expect(tasks).toHaveLength(1)
  await tasks[0]?.()
  expect(left).toBe(0)
})
