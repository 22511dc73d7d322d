import { systemNow } from "@/lib/outside/clock"
import type { SqlDoor } from "@/lib/store/sql"
import { sql } from "@/lib/store/sql"

/** Somebody who signs in: by which address, and what they ask for first. */
export type Person = { email: string; phone: string; address: string; path: string; body: object }

/** How many of each are filled in before. */
export const people = 20_000

/** So many texts to Hong Kong the hour's budget has room for, whatever breaks: fewer than are asked for. */
export const room = 40

/** What may be spent on one country in an hour, and what a text to Hong Kong costs, in millionths of a dollar. */
const [hourOfCountry, price] = [150_000_000, 72_300]

const addressOf = (n: number, network: number) => `${network}.${n % 250}.${(n >> 8) % 250}.${(n >> 4) % 250}`
const known = (n: number, name: string, network: number) => {
  const email = `${name}${n}@example.com`
  return { email, address: addressOf(n, network), path: "/v3/auth/email-check", body: { email } }
}

/** People with an account, for whom there is money enough. */
export const ordinary = (n: number): Person => {
  const phone = `+1${["303", "415", "212", "312", "617"][n % 5]}${2_000_000 + n * 311}`
  return { ...known(n, "fault", 10), phone }
}

/** People of Hong Kong, whose budget has little room left. */
export const pressed = (n: number): Person => ({
  ...known(n, "pressed", 11),
  phone: `+8526${String(n).padStart(7, "0")}`,
})

/** People whom nobody knows, in a country where a number is looked up before it gets a text. */
export const newcomer = (n: number): Person => {
  const [email, mobile] = [
    `new${n}@example.com`,
    `7${100 + (n % 300)}${String((n * 7919) % 1_000_000).padStart(6, "0")}`,
  ]
  const body = { firstname: "New", lastname: "Comer", email, mobile, countryCode: "GB" }
  return { email, phone: `+44${mobile}`, address: addressOf(n, 12), path: "/v3/auth/register", body }
}

/** Fills a new database with people, and spends the budget of Hong Kong for the hours around this one. */
export async function fillWithPeople(db: SqlDoor): Promise<void> {
  for (const [who, country, first] of [
    [ordinary, "US", 100_000],
    [pressed, "HK", 200_000],
  ] as const) {
    const rows = JSON.stringify(Array.from({ length: people }, (_, n) => who(n)))
    await db.run(sql`
      WITH person AS (SELECT p->>'email' AS "email", p->>'phone' AS "phone", n
        FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS list(p, n)),
      added AS (
        INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry", "phoneVerifiedAt",
          "whitelabelId", "createdAt")
        SELECT "email", ${first}::int + n, 'handbid', 'Pat', 'Lee', "email", "phone", ${country}, now(), 1, now() FROM person RETURNING "id")
      INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt")
      SELECT 'handbid', 'email', "id", "id", now() FROM added`)
  }
  await spendAlmost(db)
}

/** Leaves `room` texts to Hong Kong in each of the hours around this one. */
export const spendAlmost = (db: SqlDoor): Promise<unknown> =>
  db.run(sql`
    INSERT INTO "Budget" ("name", "spent", "endsAt")
    SELECT to_char(t AT TIME ZONE 'UTC', '"country:HK:"YYYY-MM-DD"T"HH24'), ${hourOfCountry - room * price}::bigint, t + interval '2 hours'
    FROM generate_series(${systemNow()}::timestamptz - interval '2 hours', ${systemNow()}::timestamptz + interval '3 hours', '1 hour') t
    ON CONFLICT ("name") DO UPDATE SET "spent" = EXCLUDED."spent"`)
