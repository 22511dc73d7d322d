import { Client } from "pg"

/** How much a database holds: people, rows of the ledger and of the audit together, and rows that the clean-up takes. */
export type Size = { accounts: number; rows: number; stale: number }

/** The people that the load signs in are in every database, the empty one too. */
export const signers = 20_000

/** As a brand-new installation that has just taken over its people. */
export const empty: Size = { accounts: signers, rows: 0, stale: 0 }

/** A million people and what they leave in ninety days. */
export const full = (factor: number): Size => ({
  accounts: Math.max(signers, 1_000_000 * factor),
  rows: 10_000_000 * factor,
  stale: 300_000 * factor,
})

/** `n` is the number of an account: its email and its phone. */
export const emailOf = (n: number) => `grow${n}@example.com`
const areas = ["303", "415", "212", "312", "617"]
export const phoneOf = (n: number) => `+1${areas[n % 5]}${2_000_000 + Math.floor(n / 5) * 29}`

const phoneSql = `'+1' || (ARRAY['${areas.join("','")}'])[1 + n % 5] || (2000000 + n / 5 * 29)`
const hash = (text: string) => `left(translate(encode(sha256((${text})::bytea), 'base64'), '+/=', '-_'), 22)`
const pick = (values: string[], by = "n") => `(ARRAY['${values.join("','")}'])[1 + (${by}) % ${values.length}]`

/** Fills a migrated database by SQL alone. Indexes that are no primary key are left out meanwhile, and made again at the end. */
export async function fill(url: string, size: Size, tell: (text: string) => void = () => undefined): Promise<void> {
  const work = async (statements: string[]) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      await client.query("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'; SET statement_timeout = 0")
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const begun = process.uptime()
  const indexes = await indexesOf(url)
  await work([...indexes.map(({ name }) => `DROP INDEX "${name}"`), ...accounts(size)])
  tell(`accounts after ${(process.uptime() - begun).toFixed(0)} s`)
  const make = (...tables: string[]) =>
    indexes.filter(({ table }) => tables.includes(table)).map(({ definition }) => definition)
  await Promise.all([
    work([...ledger(size), ...make("Decision")]),
    work([...audit(size), ...make("Event"), ...books(size)]),
  ])
  await work(indexes.filter(({ table }) => !["Decision", "Event"].includes(table)).map(({ definition }) => definition))
  await work(["VACUUM (FREEZE, ANALYZE)", "CHECKPOINT"])
  tell(`full after ${(process.uptime() - begun).toFixed(0)} s`)
}

async function indexesOf(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string; table: string; definition: string }>(`
    SELECT c.relname AS "name", t.relname AS "table", pg_get_indexdef(c.oid) AS "definition" FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    WHERE NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace`)
  await client.end()
  return rows
}

const past = (share: string) => `now() - interval '90 days' * (${share})`

function accounts({ accounts: count }: Size): string[] {
  const people = `generate_series(0, ${count - 1}) n`
  return [
    `INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry", "phoneVerifiedAt",
      "whitelabelId", "createdAt", "lastSignInAt")
    SELECT 'grow' || n, 100000 + n, 'handbid', 'Pat', 'Lee', 'grow' || n || '@example.com', ${phoneSql}, 'US', now() - interval '100 days',
      1 + n % 20, now() - interval '100 days', now() - interval '10 days' FROM ${people}`,
    `INSERT INTO "Identity" SELECT 'handbid', 'email', 'grow' || n || '@example.com', 'grow' || n, now() FROM ${people}`,
    `INSERT INTO "Auction" SELECT n, 'Auction ' || n, now(), now() + interval '30 days' FROM generate_series(1, 3) n
      ON CONFLICT DO NOTHING`,
  ]
}

/** Half of the rows: a fifth refused, the rest sent, most of it verified. */
function ledger({ accounts: people, rows, stale }: Size): string[] {
  const count = rows / 2
  const decisions = (from: number, many: number, at: string) => `
    INSERT INTO "Decision" ("id", "at", "realm", "verb", "client", "whitelabelId", "to", "lane", "captcha", "country", "prefix", "block",
      "phone", "recipient", "network", "place", "isRepeat", "whose", "asNewcomer", "level", "verdicts", "refusedBy", "outcome", "price",
      "reserved", "finalPrice", "sender", "messageId", "heardAt", "verifiedAt", "count", "fold", "charged")
    SELECT 'grow-' || n, t."at", 'handbid', 'email-check', 'web', 1 + n % 20, CASE WHEN n % 7 = 0 THEN 'newcomer' ELSE 'known' END, 'trusted',
      'good', ${pick(["US", "US", "US", "US", "CA", "GB", "HK", "HK", "DE", "SG", "BD"])}, '+130355' || n % 10, ${hash(`'b' || n / 900`)},
      p."phone", p."recipient", ${hash(`'net' || n % ${people}`)}, '203.0.' || n % 250 || '.0/24', false, 'stranger', n % 7 = 0, 0,
      '[{"rule": "neighbourhood", "verdict": "admit"}, {"rule": "money-budget", "verdict": "admit", "why": {"spent": 100, "limit": 900}}]',
      CASE WHEN t."outcome" = 'refused' THEN ${pick(["address-budget", "captcha", "cool-down", "conversion", "neighbourhood", "open-money", "phone-cap", "growth"], "n / 5")} END,
      t."outcome", 7900, CASE WHEN t."outcome" IN ('refused', 'decoy') THEN 0 ELSE 7900 END,
      CASE WHEN t."outcome" = 'delivered' AND n % 4 > 0 THEN 8000 END, 'twilio', CASE WHEN t."outcome" = 'delivered' THEN 'SM' || md5(n::text) END,
      t."at", CASE WHEN t."outcome" = 'delivered' AND n % 8 > 0 THEN t."at" + interval '40 seconds' END,
      CASE WHEN t."outcome" = 'refused' THEN 1 + n % 3 ELSE 1 END, CASE WHEN t."outcome" = 'refused' THEN md5('f' || n) END,
      ARRAY['network:' || n % ${people}, 'block:' || n / 900, 'country:US']
    FROM generate_series(${from}, ${from + many - 1}) n
    CROSS JOIN LATERAL (SELECT ${at} AS "at", CASE WHEN n % 5 = 0 THEN 'refused' WHEN n % 97 = 0 THEN 'not-sent' WHEN n % 31 = 0 THEN 'decoy'
      WHEN n % 43 = 0 THEN 'undelivered' ELSE 'delivered' END AS "outcome") t
    CROSS JOIN LATERAL (SELECT ${hash(`'p' || n % ${people}`)} AS "phone", ${hash(`'r' || n % ${people}`)} AS "recipient") p`
  if (count === 0) return []
  return [
    decisions(count, stale / 2, `now() - interval '91 days' - interval '1 second' * (n % 9000)`),
    decisions(0, count, past(`1 - n / ${count}.0`)),
  ]
}

/** The other half: sign-ins, renewals, refusals, and now and then a passkey. */
function audit({ accounts: people, rows, stale }: Size): string[] {
  const count = rows / 2
  const kinds = pick([
    "signed-in",
    "signed-in",
    "signed-in",
    "refreshed",
    "refreshed",
    "refused",
    "signed-in-with-passkey",
  ])
  const events = (from: number, many: number, kind: string, at: string) => `
    INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network", "reason")
    SELECT 'grow-' || n, ${at}, 'handbid', ${kind}, 'grow' || n % ${people}, 'grow-' || n, 'web', '203.0.113.0/24', NULL
    FROM generate_series(${from}, ${from + many - 1}) n`
  if (count === 0) return []
  return [
    events(count, stale / 3, "'refused'", `now() - interval '91 days'`),
    events(0, count, kinds, past(`1 - n / ${count}.0`)),
  ]
}

/** What so many people leave besides: sessions, tokens, challenges, and rows of the firewall's books. */
function books({ accounts: people, rows, stale }: Size): string[] {
  if (rows === 0) return []
  const all = `generate_series(0, ${people - 1}) n`
  const at = past(`n / ${people}.0`)
  return [
    `INSERT INTO "Session" ("id", "accountId", "audience", "client", "scopes", "createdAt", "lastSeenAt", "endsAt")
    SELECT 'grow-' || n, 'grow' || n, 'handbid', 'web', '{}', ${at}, ${at}, ${at} + interval '90 days' FROM ${all}`,
    `INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
    SELECT ${hash(`k || '-' || n`)}, 'grow-' || n, k, ${at}, ${at} + interval '90 days' FROM ${all}, unnest(ARRAY['access', 'refresh']) k`,
    `INSERT INTO "PhoneCredit" SELECT ${hash(`'p' || n`)}, ${at}, NULL FROM ${all}`,
    `INSERT INTO "DrainingBudget" ("key", "open", "verified", "at") SELECT 'network:' || ${hash("'net' || n")}, 9, 3, ${at} FROM ${all}`,
    `INSERT INTO "Exposure" SELECT 'network:' || ${hash("'net' || n")}, 1, 1, ${past(`n / ${people * 3}.0`)}, NULL, NULL, 0, 0, 0
    FROM ${all} WHERE n % 4 = 0`,
    `INSERT INTO "FailureCount" ("key", "count", "lastAt") SELECT 'device:' || ${hash("'d' || n")}, 1, ${at} FROM ${all} WHERE n % 5 = 0`,
    `INSERT INTO "Challenge" ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "issuedAt", "expiresAt")
    SELECT 'grow-' || n, 'handbid', 'long-ago' || n || '@example.com', 'sign-in', 1, 'k', now() - interval '9 days', now() - interval '8 days'
    FROM generate_series(1, ${Math.ceil(stale / 6)}) n`,
  ]
}
