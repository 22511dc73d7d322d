import { expect, test } from "@playwright/test"
import { type Answer, byStatus, post } from "./client"
import { type Cluster, startCluster } from "./cluster"

// Three processes on one Postgres. Without DATABASE_URL there is none to share.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

const people = 2000
/** What may be spent on Hong Kong in an hour, what of it is spent, and what a message costs there, in millionths of a dollar. */
const [hourOfCountry, spentBefore, price] = [150_000_000, 140_000_000, 72_300]
const messages = Math.floor((hourOfCountry - spentBefore) / price)

let cluster: Cluster
test.beforeAll(async () => {
  cluster = await startCluster("budget", {}, 3)
  await cluster.statement(`
    INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry",
      "phoneVerifiedAt", "whitelabelId", "createdAt")
    SELECT 'burst' || n, 100000 + n, 'handbid', 'Pat', 'Lee', 'burst' || n || '@example.com',
      '+8526' || lpad(n::text, 7, '0'), 'HK', now(), 1, now() FROM generate_series(1, ${people}) n`)
  await cluster.statement(`
    INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt")
    SELECT 'handbid', 'email', "email", "id", now() FROM "Account" WHERE "id" LIKE 'burst%'`)
  // This hour, and the next in case it turns meanwhile.
  await cluster.statement(`
    INSERT INTO "Budget" ("name", "spent", "endsAt")
    SELECT to_char(t AT TIME ZONE 'UTC', '"country:HK:"YYYY-MM-DD"T"HH24'), ${spentBefore}, t + interval '2 hours'
    FROM unnest(ARRAY[now(), now() + interval '1 hour']) t`)
})
test.afterAll(() => cluster?.stop())

const ask = (n: number) =>
  post(`${cluster.url(n)}/v3/auth/email-check`, { email: `burst${n + 1}@example.com` }, `10.${n % 250}.${n >> 8}.9`)

test("2,000 people at once on three processes never reserve a cent more than the budget, and use it up", async () => {
  test.setTimeout(300_000)
  const answers: Answer[] = await Promise.all(Array.from({ length: people }, (_, n) => ask(n)))
  const { 200: atOnce = 0, 503: refused = 0 } = byStatus(answers)
  let sentTo = atOnce
  expect(atOnce + refused).toBe(people)
  expect(atOnce).toBeLessThanOrEqual(messages)
  // A machine that is too slow for all of them fails closed for some. Whatever they left is there for whoever asks again.
  for (const [n, { status }] of answers.entries())
    if (status === 503 && sentTo < messages) sentTo += (await ask(n)).status === 200 ? 1 : 0
  expect(sentTo).toBe(messages)
  expect((await ask(answers.findLastIndex(({ status }) => status === 503))).status).toBe(503)

  const [sent] = await cluster.statement<{ count: string; reserved: string }>(
    `SELECT count(*), sum("reserved") AS reserved FROM "Decision" WHERE "outcome" = 'accepted'`,
  )
  expect([Number(sent?.count), Number(sent?.reserved)]).toEqual([messages, messages * price])
  const budgets = await cluster.statement<{ spent: string }>(
    `SELECT "spent" FROM "Budget" WHERE "name" LIKE 'country:HK:%T%' ORDER BY "spent" DESC`,
  )
  expect(budgets.map(({ spent }) => Number(spent))).toEqual([spentBefore + messages * price, spentBefore])
})
