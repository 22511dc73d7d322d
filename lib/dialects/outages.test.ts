import { describe, expect, test } from "vitest"
import type { Limits } from "@/lib/limits/limits"
import { everyOperation } from "@/lib/reference/openapi"
import { withoutDatabase } from "@/lib/testing/lost-database"
import { bearer, elsewhere, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

const { details, email } = person()

/** What each dialect says while what it needs is out of reach. GoodCity's page knows no 503. */
const statusOf = (dialect: string) => (dialect === "goodcity" ? 500 : 503)

const silentLimits: Limits = { take: () => new Promise(() => undefined), giveBack: async () => undefined }

describe("a database that is lost", () => {
  test("is 503 with Retry-After in each dialect that knows it, and no bug of ours", async () => {
    const auth = await testAuth()
    const lost = await withoutDatabase(auth)
    for (const { dialectName, pathName, method, docs, headers, url } of everyOperation()) {
      const needed = headers.flatMap(({ name, required, example = "" }) => (required ? [[name, example]] : []))
      const params = Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "1"]))
      const answer = await lost.callTo(dialectName as "handbid", pathName as "item", {
        method,
        params,
        address: elsewhere(),
        ...(method === "POST" && { body: docs.example ?? {} }),
        headers: { ...Object.fromEntries(needed), ...bearer("a-token") },
      })
      if (answer.status < 500) continue
      expect([url, answer.status]).toEqual([url, statusOf(dialectName)])
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    }
    expect(lost.surprises).toEqual([])
    expect(lost.warnings).toContain("out-of-reach")
  })

  test("closes the door to texts, and the log says so", async () => {
    const lost = await withoutDatabase(await testAuth())
    expect((await lost.call("register", { body: details })).status).toBe(503)
    expect(lost.warnings).toEqual(["door-closed"])
  })
})

describe("a request that takes too long", () => {
  test("is 503 with Retry-After at its deadline, whatever it waits for", async () => {
    const auth = await testAuth({ limits: silentLimits, patience: 100 })
    const answer = await auth.call("emailCheck", { body: { email } })
    expect(answer.status).toBe(503)
    expect(answer.headers.get("retry-after")).toBe("5")
  })

  test("sends no text once its caller has stopped waiting, and takes nothing of what a text takes", async () => {
    const slow = await slowAtTheDoor()
    const first = slow.auth.call("register", { body: details })
    await slow.asked
    slow.auth.pass(minutes(1))
    slow.goOn()
    expect((await first).status).toBe(503)
    expect(slow.auth.outbox).toEqual([])
    expect((await slow.auth.call("register", { body: details })).status).toBe(201)
    expect(slow.auth.outbox).toHaveLength(1)
  })

  test("sends no text once its caller has hung up", async () => {
    const slow = await slowAtTheDoor()
    const hangUp = new AbortController()
    const first = slow.auth.call("register", { body: details, signal: hangUp.signal })
    await slow.asked
    hangUp.abort()
    slow.goOn()
    await first
    expect(slow.auth.outbox).toEqual([])
  })
})

/** A core whose door is slow for the first who comes: it tells that it was asked, and goes on when it is told to. */
async function slowAtTheDoor(): Promise<{ auth: TestAuth; asked: Promise<void>; goOn(): void }> {
  let goOn = () => {}
  let isAsked = () => {}
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve
  })
  const slow = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const take: Limits["take"] = async () => {
    isAsked()
    await slow
    return { taken: true }
  }
  const auth = await testAuth({ limits: { take, giveBack: async () => undefined }, patience: minutes(1) })
  return { auth, asked, goOn: () => goOn() }
}
