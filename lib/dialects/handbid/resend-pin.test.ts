import { describe, expect, test } from "vitest"
import { applied, check, resend } from "@/lib/testing/asking"
import { join, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { hours, minutes, seconds } from "@/lib/time"

describe("202 {} for any email", () => {
  test.each(["pending", "known", "nobody's"])("%s", async (whose) => {
    const auth = await testAuth()
    const { email } = whose === "pending" ? await applied(auth) : whose === "known" ? await join(auth) : person()
    auth.pass(minutes(1))
    const answer = await resend(auth, email)
    expect(answer.status).toBe(202)
    expect(answer.body).toEqual({})
    expect(auth.outbox).toHaveLength(whose === "nobody's" ? 0 : 2)
  })

  test("what is no email is invalid_email", async () => {
    const auth = await testAuth()
    expect(await resend(auth, "nobody")).toMatchObject({ status: 400, body: { error: "invalid_email" } })
  })
})

test.each([
  ["a registration under way", true],
  ["an email that nobody has", false],
])("the wait is 30 seconds and doubles: %s", async (_, real) => {
  const auth = await testAuth()
  const { email } = person()
  if (real) await applied(auth)
  else await resend(auth, email)
  for (const wait of [30, 60, 120]) {
    const early = await resend(auth, email)
    expect(early).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: wait } })
    expect(early.headers.get("retry-after")).toBe(String(wait))
    auth.pass(seconds(wait) - seconds(1))
    expect((await resend(auth, email)).body.retryAfter).toBe(1)
    auth.pass(seconds(1))
    expect((await resend(auth, email)).status).toBe(202)
  }
  expect(auth.outbox).toHaveLength(real ? 4 : 0)
})

test("after an hour's rest the wait is 30 seconds again", async () => {
  const auth = await testAuth()
  const { email } = await applied(auth)
  auth.pass(seconds(30))
  await resend(auth, email)
  expect((await resend(auth, email)).body.retryAfter).toBe(60)
  auth.pass(hours(1) + minutes(1))
  await resend(auth, email)
  expect((await resend(auth, email)).body.retryAfter).toBe(30)
})

test("the same PIN is sent again within a challenge's life, and a new one after it", async () => {
  const auth = await testAuth()
  const { email, phone } = await applied(auth)
  const first = auth.pinFor(phone)
  for (const wait of [30, 60]) {
    auth.pass(seconds(wait))
    await resend(auth, email)
    expect(auth.pinFor(phone)).toBe(first)
  }
  auth.pass(minutes(10))
  await resend(auth, email)
  expect(auth.outbox).toHaveLength(4)
  expect(auth.pinFor(phone)).not.toBe(first)
  const body = { email, pin: auth.pinFor(phone) }
  expect((await auth.call("verifyPin", { body })).status).toBe(200)
})

test("the message tells how long its PIN will work, never longer than it does", async () => {
  const auth = await testAuth()
  const { email } = await applied(auth)
  expect(auth.outbox[0]?.body).toContain("10 minutes")
  auth.pass(seconds(90))
  await resend(auth, email)
  expect(auth.outbox[1]?.body).toContain("8 minutes")
})

test("a PIN with hardly any life left is not sent again: a new one goes out", async () => {
  const auth = await testAuth()
  const { email, phone } = await applied(auth)
  const first = auth.pinFor(phone)
  auth.pass(minutes(8) + seconds(1))
  await resend(auth, email)
  expect(auth.pinFor(phone)).not.toBe(first)
})

test("email-check within the wait: the same answer, no second SMS", async () => {
  const auth = await testAuth()
  const { email } = await join(auth)
  const first = await check(auth, email)
  const second = await check(auth, email)
  expect(second.body).toEqual(first.body)
  expect(second.status).toBe(200)
  expect(auth.outbox).toHaveLength(2)
  auth.pass(seconds(30))
  expect((await check(auth, email)).status).toBe(200)
  expect(auth.outbox).toHaveLength(3)
  expect((await resend(auth, email)).body.retryAfter).toBe(60)
})
