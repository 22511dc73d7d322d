import { expect, onTestFinished, test, vi } from "vitest"
import { describe as described, log } from "@/lib/outside/log"
import { bearer, elsewhere, join, person, signIn, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, seconds } from "@/lib/time"

const { email, phone, details } = person()

/** Everything that is written to the console or to standard output from now on. */
function listen(): string[] {
  const heard: string[] = []
  const levels = ["log", "info", "warn", "error", "debug", "trace"] as const
  const spies = levels.map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => void heard.push(words.map(String).join(" "))),
  )
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      heard.push(String(text))
      return true
    }),
  )
  onTestFinished(() => {
    for (const spy of [...spies, ...streams]) spy.mockRestore()
  })
  return heard
}

test("a whole journey writes nothing to the console: no PIN, no token, no phone number", async () => {
  // But for the line of each request, which request-log.test.ts is about.
  const auth = await testAuth({ watch: () => () => undefined })
  const heard = listen()
  const first = await join(auth)
  await auth.call("verifyPin", { body: { email, pin: wrong(auth.pinFor(phone)) }, address: elsewhere() })
  const second = await signIn(auth)
  const refreshed = await auth.call("refreshToken", { body: { refreshToken: second.refreshToken } })
  auth.pass(seconds(30))
  await auth.call("resendPin", { body: { email } })
  await auth.call("refreshToken", { body: { refreshToken: second.refreshToken } })
  await auth.call("logout", { body: {}, headers: bearer(first.accessToken) })
  await auth.call("revoke", { body: { refreshToken: refreshed.body.refreshToken } })
  await auth.call("emailCheck", { body: "{" })
  expect(heard).toEqual([])
  expect(auth.surprises).toEqual([])
})

test("what is logged of a surprise does not quote what the surprise says", async () => {
  const sms = {
    send: async (message: { to: string; body: string }) => {
      throw Object.assign(new Error(`could not send "${message.body}" to ${message.to}`), { request: message })
    },
  }
  const auth = await testAuth({ sms })
  expect((await auth.call("register", { body: details })).status).toBe(500)
  const heard = listen()
  for (const problem of auth.surprises) log("error", "unexpected", described(problem))
  expect(heard).toHaveLength(1)
  const message = heard.join()
  expect(message).toContain('"level":"error"')
  expect(message).not.toContain(phone)
  expect(message).not.toMatch(/\b\d{6}\b/)
  expect(message).not.toContain("latchkey.example")
})

test("nothing readable lies at rest: no PIN and no token, used or waiting", async () => {
  const auth = await testAuth()
  const first = await join(auth)
  const used = auth.pinFor(phone)
  const refreshed = await auth.call("refreshToken", { body: { refreshToken: first.refreshToken } })
  auth.pass(days(1))
  await auth.call("emailCheck", { body: { email } })
  const db = await testDatabase({ empty: false })
  const rows = await Promise.all([
    db.account.findMany(),
    db.identity.findMany(),
    db.challenge.findMany(),
    db.cooldown.findMany(),
    db.failureCount.findMany(),
    db.limit.findMany(),
    db.session.findMany(),
    db.token.findMany(),
    db.event.findMany(),
  ])
  const everything = JSON.stringify(rows)
  expect(everything).toContain(phone)
  for (const pin of [used, auth.pinFor(phone)]) expect(everything).not.toMatch(new RegExp(`(?<!\\w)${pin}(?!\\w)`))
  const tokens = [first.accessToken, first.refreshToken, refreshed.body.accessToken, refreshed.body.refreshToken]
  for (const token of tokens) expect(everything).not.toContain(token)
})

test("limits, waits and counts name no phone number and no address", async () => {
  const auth = await testAuth()
  await join(auth)
  const body = { email, pin: "000000" }
  await auth.call("verifyPin", { body, address: "198.51.100.77" })
  await auth.call("emailCheck", { body: { email }, address: "198.51.100.77" })
  await auth.call("auctions", { address: "198.51.100.77" })
  const db = await testDatabase({ empty: false })
  const names = JSON.stringify([
    await db.limit.findMany(),
    await db.cooldown.findMany(),
    await db.failureCount.findMany(),
  ])
  expect(names).not.toContain(phone)
  expect(names).not.toContain("198.51.100")
})
