import { expect, onTestFinished, test } from "vitest"
import { readEnv } from "@/lib/env"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import { type OpenDatabase, openDatabase } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { ownDatabase } from "@/lib/testing/own-database"
import { elsewhere } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const { DATABASE_URL = "" } = readEnv()

const [processes, people] = [20, 250]
/** An hour's money for all, and as much for one country, of which the smaller decides. */
const budgets = {
  ...firewallPolicy.budgets,
  all: { hour: dollars(12), day: dollars(20) },
  country: { hour: dollars(10), day: dollars(20) },
}
const texts = Math.floor(budgets.country.hour / priceOf("HK"))

/** Whole cores, each with connections, books and a line of its own, as processes have; they share one Postgres. */
async function cores() {
  const { href: url } = await ownDatabase(DATABASE_URL)
  const opened: OpenDatabase[] = []
  for (let n = 0; n < processes; n++) opened.push(await openDatabase({ url, connections: 2 }))
  onTestFinished(async () => {
    for (const { close } of opened) await close()
  })
  const firewall = { policy: { ...firewallPolicy, budgets } }
  const auths: Awaited<ReturnType<typeof testAuth>>[] = []
  for (const { db } of opened)
    auths.push(await testAuth({ db, sameData: true, firewall, ...(auths[0] && { keys: auths[0].core.keys }) }))
  return { auths, db: (opened[0] as OpenDatabase).db }
}

test.skipIf(!DATABASE_URL)(
  "twenty processes that send at once to one country spend its budget to the last text, and not a cent more",
  async () => {
    const { auths, db } = await cores()
    await db.sql.run(sql`
      INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry", "phoneVerifiedAt",
        "whitelabelId", "createdAt")
      SELECT 'one' || n, n, 'handbid', 'Pat', 'Lee', 'one' || n || '@example.com', '+8526' || lpad(n::text, 7, '0'), 'HK', now(), 1, now()
      FROM generate_series(1, ${people}::int) n`)
    await db.sql.run(sql`
      INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt") SELECT 'handbid', 'email', "email", "id", now() FROM "Account"`)

    const ask = (n: number) =>
      (auths[n % processes] as (typeof auths)[0]).call("emailCheck", {
        body: { email: `one${n + 1}@example.com` },
        address: elsewhere(),
      })
    const all = Array.from({ length: people }, (_, n) => n)
    const answers = await Promise.all(all.map(ask))
    const refused = all.filter((n) => answers[n]?.status !== 200)
    expect(new Set(refused.map((n) => answers[n]?.status))).toEqual(new Set([503]))
    // Whoever was forestalled by others too often asks again: what is left goes to whoever comes.
    for (const n of refused) await ask(n)
    for (const auth of auths) await auth.settled()

    const left = auths.reduce((sum, { outbox }) => sum + outbox.length, 0)
    expect(left).toBe(texts)
    const hours = await db.sql.rows<{ name: string; spent: number }>(sql`
      SELECT split_part("name", ':', 1) AS "name", "spent" FROM "Budget"
      WHERE "name" ~ '^(all|country|whitelabel):.*T' ORDER BY 1`)
    const spent = texts * priceOf("HK")
    expect(hours).toEqual(["all", "country", "whitelabel"].map((name) => ({ name, spent })))
    // Each process sent some of them.
    expect(auths.filter(({ outbox }) => outbox.length > 0).length).toBeGreaterThan(processes / 2)
  },
)
