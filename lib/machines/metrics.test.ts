import { expect, test } from "vitest"
import { firewallPolicy } from "@/lib/firewall/policy"
import { metricsHandler } from "@/lib/machines/metrics"
import { setGauges } from "@/lib/metrics"
import { metrics } from "@/lib/outside/metrics"
import { figures } from "@/lib/store/figures"
import { bearer, elsewhere, join, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

const token = "0123456789abcdef"

/** An application whose figures are kept, and its `/metrics` for a reader who shows the token. */
async function watched() {
  const kept = metrics()
  const auth = await testAuth({ hear: kept.hear, watch: kept.request })
  const look = figures(await testDatabase({ empty: false }), auth.now)
  const text = () => kept.text(async (gauges) => setGauges(gauges, await look(), auth.core.firewall.policy, seconds(3)))
  const handler = metricsHandler(async () => ({ token, metrics: { text } }))
  const ask = (headers: Record<string, string>) => handler(new Request("https://latchkey.example/metrics", { headers }))
  /** The value of a series, by its name and its labels as they are written. */
  const read = async (series: string) => {
    const body = await (await ask(bearer(token))).text()
    const line = body.split("\n").find((text) => text.startsWith(`${series} `))
    return line && Number(line.split(" ").at(-1))
  }
  return { auth, ask, read, kept }
}

test("figures are for who shows the token, and where none is set there are none", async () => {
  const { ask } = await watched()
  expect((await ask({})).status).toBe(401)
  expect((await ask(bearer("another-token-of-16"))).status).toBe(401)
  const answer = await ask(bearer(token))
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain")])
  const closed = metricsHandler(async () => ({ token: undefined, metrics: undefined }))
  expect((await closed(new Request("https://latchkey.example/metrics"))).status).toBe(404)
})

test("a sign-in counts its text, its PIN, its money and its requests", async () => {
  const { auth, read } = await watched()
  await join(auth)
  await auth.settled()
  expect(await read('latchkey_verifications_total{realm="handbid",country="US"}')).toBe(1)
  expect(
    await read('latchkey_text_decisions_total{realm="handbid",country="US",rule="",outcome="admitted"}'),
  ).toBeGreaterThan(0)
  expect(
    await read(
      'latchkey_request_duration_seconds_count{dialect="handbid",operation="POST /v3/auth/verify-pin",outcome="ok"}',
    ),
  ).toBe(1)
  const [spent, left] = [
    await read('latchkey_budget_spent_dollars{budget="country:US",window="hour"}'),
    await read('latchkey_budget_left_dollars{budget="country:US",window="hour"}'),
  ]
  expect(spent).toBeGreaterThan(0)
  expect((spent as number) + (left as number)).toBeCloseTo(firewallPolicy.budgets.country.hour / 1_000_000)
  expect(await read("latchkey_attack_mode")).toBe(0)
  expect(await read("latchkey_clock_distance_seconds")).toBe(3)
  expect(await read("nodejs_eventloop_lag_seconds")).toBeGreaterThanOrEqual(0)
})

test("a refusal counts under its dialect, its kind and the limit that it ran into", async () => {
  const { auth, read } = await watched()
  const { details, email } = person()
  await auth.call("register", { body: details })
  await auth.call("resendPin", { body: { email }, address: elsewhere() })
  expect(await read('latchkey_refusals_total{dialect="handbid",reason="wait",rule="wait"}')).toBe(1)
  await auth.call("register", { body: {} })
  expect(
    await read(
      'latchkey_request_duration_seconds_count{dialect="handbid",operation="POST /v3/auth/register",outcome="invalid"}',
    ),
  ).toBe(1)
})

test("a sender's messages count under its name, with how long it took", async () => {
  const { kept, read } = await watched()
  const sms = kept.sender("twilio-backup", { send: async () => ({ fate: "unknown", sender: "twilio-backup" }) })
  await sms.send({ channel: "sms", language: "en", to: "+13035551234", body: "", pin: "" })
  expect(await read('latchkey_sends_total{channel="sms",sender="twilio-backup",country="US",outcome="unknown"}')).toBe(
    1,
  )
  expect(await read('latchkey_send_duration_seconds_count{channel="sms",sender="twilio-backup"}')).toBe(1)
})

test("no label holds what callers sent", async () => {
  const { auth, ask } = await watched()
  const { details, email, phone } = person()
  await auth.call("register", {
    body: { ...details, whitelabelId: 424242 },
    headers: { "x-request-id": "r".repeat(20) },
  })
  await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) } })
  await auth.call("auction", { params: { id: "987654321" } })
  await auth.settled()
  const body = await (await ask(bearer(token))).text()
  for (const secret of [email, phone.slice(1), "203.0.113", "987654321", "424242", "rrrr"])
    expect(body).not.toContain(secret)
})

test("however often it is asked, the database is asked once in ten seconds", async () => {
  const { ask } = await watched()
  const trips = await statementsDuring(async () => {
    for (let times = 0; times < 5; times++) await ask(bearer(token))
  })
  expect(trips).toHaveLength(1)
})
