import { testDatabase } from "@/lib/testing/test-database"

const rows = (count: number) => `generate_series(1, ${count}) n`
const at = "now() - interval '1 minute' * n"

/** What fills the tables that grow: so many rows in each, spread over days. */
const fillings = (count: number): string[] => [
  `INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry", "whitelabelId", "createdAt")
  SELECT 'full' || n, 1000000 + n, 'handbid', 'A', 'B', n || '@full.example', '+1303' || 1000000 + n, 'US', 1, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Identity" SELECT 'handbid', 'email', n || '@full.example', 'full' || n, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Session" ("id", "accountId", "audience", "client", "createdAt", "lastSeenAt", "endsAt")
  SELECT 'full' || n, 'full' || n, 'handbid', 'web', ${at}, ${at}, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Token" SELECT 'full' || n, 'full' || n, 'access', ${at}, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Challenge" ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "issuedAt", "expiresAt")
  SELECT 'full' || n, 'handbid', 'full' || n, 'sign-in', 1, 'k', ${at}, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Cooldown" SELECT 'full' || n, '', 1, ${at} FROM ${rows(count)}`,
  `INSERT INTO "FailureCount" ("key", "count", "lastAt") SELECT 'full' || n, 1, ${at} FROM ${rows(count)}`,
  `INSERT INTO "DrainingBudget" ("key", "open", "verified", "at") SELECT 'full' || n, 9, 9, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Limit" SELECT 'full' || n, 1, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Exposure" ("scope", "open", "verified", "at", "trips", "probes", "wins") SELECT 'full' || n, 1, 1, ${at}, 0, 0, 0 FROM ${rows(count)}`,
  `INSERT INTO "PhoneCredit" SELECT 'full' || n, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Budget" SELECT 'full' || n, 1, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "fold")
  SELECT 'full' || n, ${at}, 'handbid', (ARRAY['signed-in', 'refused', 'refreshed', 'signed-in-with-passkey'])[1 + n % 4], 'full' || n,
    'full' || n FROM ${rows(count)}`,
  `INSERT INTO "Decision" ("id", "at", "realm", "verb", "client", "to", "lane", "captcha", "country", "phone", "recipient", "network", "place",
    "isRepeat", "verdicts", "refusedBy", "outcome", "price", "reserved", "messageId", "fold")
  SELECT 'full' || n, ${at}, 'handbid', 'register', 'web', 'known', 'strict', 'none', 'US', 'p' || n, 'r' || n, 'n', 'p', false, '[]',
    CASE WHEN n % 3 = 0 THEN 'conversion' END, CASE WHEN n % 3 = 0 THEN 'refused' ELSE 'delivered' END, 8000, 8000, 'full' || n, 'full' || n
  FROM ${rows(count)}`,
  `INSERT INTO "TrafficHour" SELECT date_trunc('hour', now()) - interval '1 hour' * n, 'US', 1, 1, 1, 0, 1, 0, 0 FROM ${rows(count)}`,
  `INSERT INTO "RuleHour" SELECT date_trunc('hour', now()) - interval '1 hour' * n, 'conversion', 1, 1, 1, 1, 1 FROM ${rows(count)}`,
  `INSERT INTO "PhoneChange" ("id", "accountId", "newPhone", "newCountry", "createdAt")
  SELECT 'full' || n, 'full' || n, '+1303' || n, 'US', ${at} FROM ${rows(count)}`,
  `INSERT INTO "Auction" SELECT 1000 + n, 'A', ${at}, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Item" SELECT 100000 + n, 1000 + n, 'I', '', 1 FROM ${rows(count)}`,
  `INSERT INTO "Favorite" SELECT 'full' || n, 'auction', 1000 + n, ${at} FROM ${rows(count)}`,
  `INSERT INTO "Address" ("accountId") SELECT 'full' || n FROM ${rows(count)}`,
  `INSERT INTO "InboxMessage" SELECT 'full' || n, '+1303' || n, '', '', ${at} FROM ${rows(count)}`,
]

/** Fills the tables that grow, and lets the planner know. What is there already stays. */
export async function fillTables(count = 3000): Promise<void> {
  const { sql } = await testDatabase({ empty: false })
  for (const statement of [...fillings(count), "ANALYZE"]) await sql.run({ parts: [statement], values: [] })
}
