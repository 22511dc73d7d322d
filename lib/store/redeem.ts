import type { Redeem, Redemption } from "@/lib/sign-in/steps/redeem"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { newSession } from "@/lib/store/new-session"
import { usedPasskey } from "@/lib/store/passkeys"
import { isChangeDue } from "@/lib/store/phone-changes"
import { isLive, takeBack } from "@/lib/store/right-guess"
import { isUniqueViolation, nothing, rowsOf, type Sql, type Statement, sql } from "@/lib/store/sql"
import { usedTrust } from "@/lib/store/trusted-devices"

/** Turns a proof into a session in one statement: a crash leaves either everything or nothing. */
export const redeem =
  ({ sql: door }: Pick<Database, "sql">): Redeem =>
  async (redemption) => {
    try {
      return redemption.single ? await door.transaction((tx) => alone(redemption, tx)) : await once(redemption, door)
    } catch (problem) {
      if (isUniqueViolation(problem)) return "taken"
      throw problem
    }
  }

/**
 * Of two sign-ins at once the later sees, and ends, the earlier one's session: it waits for the account before its own statement
 * begins, which would not see what was written since.
 */
async function alone(redemption: Redemption, tx: Sql) {
  await tx.rows(sql`SELECT 1 AS "one" FROM "Account" WHERE "id" = ${redemption.session.accountId} FOR NO KEY UPDATE`)
  return once(redemption, tx)
}

async function once(redemption: Redemption, door: Sql) {
  const [row] = await door.rows<{ number: number | null }>(statementOf(redemption))
  return row?.number == null ? "lost" : { number: row.number }
}

/** Each part takes its rows from the one before it, so that where one comes to nothing nothing more is written. */
function statementOf({
  challenge,
  passkey,
  trust,
  newAccount,
  session,
  language,
  isLanguageChosen = false,
  single,
  guess,
  coolDownSubject,
  event,
  now,
}: Redemption): Statement {
  const { accountId, audience } = session
  const cleared =
    coolDownSubject === undefined
      ? nothing
      : sql`, rested AS (
    DELETE FROM "Cooldown" c USING won WHERE c."subject" = ${coolDownSubject}
  )`
  const ended = single
    ? sql`, ended AS (
    UPDATE "Session" s SET "revokedAt" = ${now}::timestamptz FROM won
    WHERE s."accountId" = ${accountId} AND s."audience" = ${audience} AND s."revokedAt" IS NULL RETURNING s."id"
  )`
    : nothing
  const replaced =
    single || trust
      ? sql`, replaced AS (
    INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network")
    SELECT gen_random_uuid()::text, ${now}::timestamptz, ${event.realm}, 'replaced', ${accountId}, ended."id", ${event.client ?? null},
      ${event.network ?? null} FROM ended
  )`
      : nothing
  return sql`
    WITH ${proofOf({ challenge, passkey, trust, session, now })}, ${newAccount ? joined({ ...newAccount, language }, challenge?.applicant?.address) : signedIn(accountId, { language, isLanguageChosen }, now)},
      ${newSession(session, sql`EXISTS (SELECT FROM won)`)}, recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM won)`)})
      ${guess ? sql`, ${takeBack(guess, now)}` : nothing} ${cleared} ${ended} ${replaced}
    SELECT (SELECT "number" FROM won) AS "number"`
}

/** What must be there to be used, and is used up or counted. A password and a provider's word leave nothing. */
function proofOf({ challenge, passkey, trust, session, now }: Proofs): Statement {
  if (trust) return usedTrust(trust, session, now)
  if (passkey) return usedPasskey(passkey, now)
  return challenge ? used(challenge, now) : sql`used AS (SELECT 1 AS "one")`
}

type Proofs = Pick<Redemption, "challenge" | "passkey" | "trust" | "session" | "now">
type Proof = NonNullable<Redemption["challenge"]>

/**
 * Uses the challenge up, if the PIN's phone is still the account's, and will be a moment later: a change of phone that took effect
 * meanwhile, or that is due and that nobody has looked at, takes the old phone's PINs along. The account is locked, so that none
 * does in between. A newcomer has none yet.
 */
const used = ({ id, accountId, phone }: Proof, now: Date) => sql`
  held AS (
    SELECT a."id" FROM "Account" a WHERE a."id" = ${accountId} AND a."phone" IS NOT DISTINCT FROM ${phone}
      AND NOT ${isChangeDue(sql`a."id"`, now)} FOR NO KEY UPDATE OF a
  ), used AS (
    UPDATE "Challenge" c SET "usedAt" = ${now}::timestamptz
    FROM (SELECT "id" FROM held UNION ALL SELECT NULL WHERE ${accountId}::text IS NULL) AS held
    WHERE ${isLive(id, now)} RETURNING c."id"
  )`

type Spoken = Pick<Redemption, "language" | "isLanguageChosen">

const signedIn = (accountId: string | null, { language, isLanguageChosen = false }: Spoken, now: Date) => sql`
  won AS (
    UPDATE "Account" a SET "lastSignInAt" = ${now}::timestamptz,
      "language" = CASE WHEN ${isLanguageChosen}::boolean THEN ${language ?? null}::text ELSE COALESCE(a."language", ${language ?? null}::text) END
    FROM used WHERE a."id" = ${accountId} RETURNING a."number"
  )`

/** A number that was not drawn before is drawn now. */
function joined({ identities, ...account }: NewJoiner, home: Home | undefined): Statement {
  const { id, realm, createdAt } = account
  return sql`
  won AS (
    INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "emailVerified", "phone", "phoneCountry",
      "phoneVerifiedAt", "whitelabelId", "passwordHash", "createdAt", "lastSignInAt", "language")
    SELECT n."id", COALESCE(n."number", nextval('account_number')::int), n."realm", n."firstName", n."lastName", n."email",
      n."emailVerified", n."phone", n."phoneCountry", n."phoneVerifiedAt", n."whitelabelId", n."passwordHash", n."createdAt", n."lastSignInAt", n."language"
    FROM used, jsonb_to_recordset(${rowsOf([account])}::jsonb) AS n("id" text, "number" int, "realm" text, "firstName" text,
      "lastName" text, "email" text, "emailVerified" boolean, "phone" text, "phoneCountry" text, "phoneVerifiedAt" timestamptz,
      "whitelabelId" int, "passwordHash" text, "createdAt" timestamptz, "lastSignInAt" timestamptz, "language" text)
    RETURNING "number"
  ), named AS (
    INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt")
    SELECT ${realm}, n."kind", n."value", ${id}, ${createdAt}::timestamptz
    FROM won, jsonb_to_recordset(${rowsOf(identities)}::jsonb) AS n("kind" text, "value" text)
  ), housed AS (
    INSERT INTO "Address" ("accountId", "districtId", "kind")
    SELECT ${id}, n."districtId", n."kind"
    FROM won, jsonb_to_recordset(${rowsOf(home ? [home] : [])}::jsonb) AS n("districtId" int, "kind" text)
  )`
}

type NewJoiner = NonNullable<Redemption["newAccount"]> & Pick<Redemption, "language">
type Home = { districtId: number | null; kind: string }
