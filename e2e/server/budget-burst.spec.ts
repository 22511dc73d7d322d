import { expect, test } from "@playwright/test"
import { type Answer, byStatus, post } from "./client"
import { type Cluster, startCluster } from "./cluster"

// Three processes on one Postgres. Without DATABASE_URL there is none to share.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

const people = 2000
/** What may be spent on Hong Kong in an hour, and what a message there costs, in millionths of a US dollar. */
const [hourOfCountry, price] = [60_000_000, 72_300]

let cluster: Cluster
test.beforeAll(async () => {
  cluster = await startCluster("budget", {}, 3)
  await cluster.statement(`
    INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry",
      "phoneVerifiedAt", "whitelabelId", "createdAt")
    SELECT 'burst' || n, 100000 + n, 'handbid', 'Pat', 'Lee', 'burst' || n || '@example.com',
      '+8526' || lpad(n::text, 7, '1'), 'HK', now(), 1, now() FROM generate_series(1, ${people}) n`)
  await cluster.statement(`
    INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt")
    SELECT 'handbid', 'email', "email", "id", now() FROM "Account" WHERE "id" LIKE 'burst%'`)
})
test.afterAll(() => cluster?.stop())

test("2,000 people at once on three processes never reserve a cent more than the budget, and use it up", async () => {
  test.setTimeout(300_000)
  const answers: Answer[] = await Promise.all(
    Array.from({ length: people }, (_, n) =>
      post(
        `${cluster.url(n)}/v3/auth/email-check`,
        { email: `burst${n + 1}@example.com` },
        `10.${n % 250}.${n >> 8}.9`,
      ),
    ),
  )
  const counts = byStatus(answers)
  expect(Object.keys(counts).sort()).toEqual(["200", "503"])

  const reserved = await cluster.statement<{ sum: string; messages: string }>(
    `SELECT sum("reserved") AS sum, count(*) AS messages FROM "Decision" WHERE "country" = 'HK' AND "outcome" = 'accepted'`,
  )
  const budgets = await cluster.statement<{ spent: string }>(
    `SELECT "spent" FROM "Budget" WHERE "name" LIKE 'country:HK:%T%' ORDER BY "name"`,
  )
  // At the turn of an hour the burst may fall into two.
  const spent = budgets.reduce((sum, row) => sum + Number(row.spent), 0)
  for (const row of budgets) expect(Number(row.spent)).toBeLessThanOrEqual(hourOfCountry)
  expect(Number(reserved[0]?.sum)).toBe(spent)
  expect(Number(reserved[0]?.messages) * price).toBe(spent)
  expect(counts[200]).toBe(Number(reserved[0]?.messages))
  expect(spent + price).toBeGreaterThan(hourOfCountry)
})
