import { post } from "../../e2e/server/client"
import type { Acknowledged, Load } from "./load"
import type { Outside } from "./outside"
import { room } from "./people"
import { type Place, rows } from "./world"

/** Of those acknowledged: whose token does not hold, and whose PIN opens again to somebody else. */
export async function judge(url: string, { acknowledged, untrue }: Load): Promise<{ lost: number; doubled: number }> {
  const judged = await Promise.all(acknowledged.map((one, n) => judgeOne(url, one, n)))
  const count = (what: "isLost" | "isDoubled") => judged.filter((one) => one[what]).length
  return { lost: count("isLost") + untrue.length, doubled: count("isDoubled") }
}

async function judgeOne(url: string, { email, pin, token }: Acknowledged, n: number) {
  const address = `172.${16 + (n >> 8)}.${n % 250}.9`
  const again = await post(`${url}/v3/auth/verify-pin`, { email, pin }, address)
  // Only a token that holds can be signed out.
  const out = await post(`${url}/v3/auth/logout`, {}, address, { authorization: `Bearer ${token}` })
  return { isLost: out.status !== 204, isDoubled: again.status === 200 }
}

type Money = { unpaid: number; pressed: number; over: number }

/**
 * Texts of which no budget knows: each that we may be billed for is in the ledger with what it cost, and the day's budget of all holds them
 * together. And texts to Hong Kong, and those of them beyond the room that its budget had in the hours that it lasted.
 */
export async function money(place: Place, outside: Outside, hours: number): Promise<Money> {
  const [row] = await rows<{ texts: number; reserved: number; spent: number }>(
    place,
    `WITH sent AS (SELECT "reserved" FROM "Decision" WHERE "outcome" NOT IN ('refused', 'decoy', 'not-sent') AND "reserved" > 0)
    SELECT (SELECT count(*) FROM sent)::int AS "texts", (SELECT COALESCE(sum("reserved"), 0) FROM sent)::float8 AS "reserved",
      (SELECT COALESCE(sum("spent"), 0) FROM "Budget" WHERE "name" ~ '^all:\\d{4}-\\d\\d-\\d\\d$')::float8 AS "spent"`,
  )
  const { texts = 0, reserved = 0, spent = 0 } = row ?? {}
  const unpaid = Math.max(0, outside.heard() - texts) + (spent < reserved ? 1 : 0)
  const pressed = outside.heard("+852")
  return { unpaid, pressed, over: Math.max(0, pressed - room * hours) }
}
