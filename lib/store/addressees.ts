import type { Addressee, Addressees } from "@/lib/account/addressee"
import type { Limits } from "@/lib/limits/limits"
import type { Owner, ShownDevice } from "@/lib/session/session"
import { accountOf, toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { deviceRows, shownAs } from "@/lib/store/known-device"
import { isChangeDue } from "@/lib/store/phone-changes"
import { rowsOf, type Statement, sql, unhurried } from "@/lib/store/sql"
import { type Taker, takerColumns, takersOf, takingTogether } from "@/lib/store/take-together"
import { together } from "@/lib/store/together"
import type { Account as AccountRow } from "@/prisma/generated/client"

/** Somebody to be looked up, by the name that finds them. */
type Sought = { owner: Owner; shown: ShownDevice | undefined; now: Date; knownSince: Date }

type Row = AccountRow & Omit<Addressee, "account" | "pending"> & { pending: Addressee["pending"] | null }

/** Addressees in Postgres. `elsewhere` are the budgets of requests where these are not in Postgres too. */
export function addressees({ sql: door }: Pick<Database, "sql">, elsewhere: Limits | undefined): Addressees {
  const look = together(async (lot: readonly Sought[]) => {
    const rows = await door.rows<Row & { item: number }>(sql`
      SELECT n."item", found.* FROM ${sought(lot)} CROSS JOIN LATERAL (${found(sql`true`)}) AS found`)
    const answers: Row[] = []
    for (const row of rows) answers[row.item] = row
    return answers
  })
  const takeAndLook = takersOf<Sought & Taker, Row>(
    door,
    (lot, now) => sql`
      WITH ${takingTogether(lot, now)} SELECT ${takerColumns}, found.*
      FROM ${unhurried}, takers k JOIN ${sought(lot)} ON n."item" = k."item" LEFT JOIN LATERAL (${found(sql`k."holds"`)}) AS found ON true`,
  )
  const find: Addressees["find"] = async (owner, shown, now, knownSince) =>
    toAddressee(await look({ owner, shown, now, knownSince }))

  return {
    find,
    async findFor(budgets, owner, shown, now, knownSince) {
      if (elsewhere) {
        const answer = await elsewhere.take(budgets, now)
        return answer.taken ? find(owner, shown, now, knownSince) : answer
      }
      const answer = await takeAndLook({ budgets, owner, shown, now, knownSince })
      return "taken" in answer ? answer : toAddressee(answer)
    },
  }
}

/** A lot of those who are looked up, as rows `n`. */
const sought = (lot: readonly Sought[]): Statement => sql`
  jsonb_to_recordset(${rowsOf(lot.map(rowOf))}::jsonb) AS n("item" int, "realm" text, "kind" text, "value" text, "isShown" boolean,
    "browserHashes" text[], "tokenHash" text, "now" timestamptz, "knownSince" timestamptz)`

const rowOf = ({ owner, shown, now, knownSince }: Sought, item: number) => ({
  item,
  ...{ realm: owner.realm, kind: owner.kind, value: owner.value },
  ...shownAs(shown),
  ...{ now, knownSince },
})

/** One row for a row `n`, whether or not anybody is found; none where the condition does not hold. */
const found = (when: Statement): Statement => sql`
  SELECT a.*,
    ${isChangeDue(sql`a."id"`, sql`n."now"`)} AS "isChangeDue",
    EXISTS (${deviceRows(asked, device, sql`n."knownSince"`)}) AS "isKnownDevice",
    (SELECT jsonb_build_object('phone', c."phone", 'applicant', c."applicant", 'whitelabelId', c."whitelabelId")
      FROM "Challenge" c WHERE c."realm" = n."realm" AND c."subject" = n."value" AND c."usedAt" IS NULL
    ) AS "pending"
  FROM ${accountOf(asked)} WHERE ${when}`

const asked = { realm: sql`n."realm"`, kind: sql`n."kind"`, value: sql`n."value"` }
const device = { isShown: sql`n."isShown"`, browserHashes: sql`n."browserHashes"`, tokenHash: sql`n."tokenHash"` }

const toAddressee = ({ isChangeDue, isKnownDevice, pending, ...account }: Row): Addressee => ({
  account: account.id ? toAccount(account) : undefined,
  isChangeDue,
  isKnownDevice,
  pending: pending ?? undefined,
})
