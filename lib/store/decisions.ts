import type { Decision } from "@/lib/firewall/ledger/ledger"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/**
 * Writes decisions of the firewall down, or counts them with those of their fold. No two of one statement may have the same fold.
 */
export const insertDecisions = (decisions: readonly (Decision & { count?: number })[]): Statement => sql`
  INSERT INTO "Decision" AS d ("id", "at", "realm", "verb", "client", "whitelabelId", "to", "lane", "captcha", "country", "prefix",
    "block", "phone", "recipient", "whose", "network", "place", "isRepeat", "asNewcomer", "level", "verdicts", "refusedBy", "outcome",
    "price", "reserved", "finalPrice", "sender", "messageId", "verifiedAt", "fold", "count")
  SELECT n."id", n."at", n."realm", n."verb", n."client", n."whitelabelId", n."to", n."lane", n."captcha", n."country", n."prefix",
    n."block", n."phone", n."recipient", n."whose", n."network", n."place", n."isRepeat", n."asNewcomer", n."level", n."verdicts",
    n."refusedBy", n."outcome", n."price", n."reserved", n."finalPrice", n."sender", n."messageId", n."verifiedAt", n."fold",
    COALESCE(n."count", 1)
  FROM jsonb_to_recordset(${rowsOf(decisions)}::jsonb) AS n("id" text, "at" timestamptz, "realm" text, "verb" text, "client" text,
    "whitelabelId" int, "to" text, "lane" text, "captcha" text, "country" text, "prefix" text, "block" text, "phone" text,
    "recipient" text, "whose" text, "network" text, "place" text, "isRepeat" boolean, "asNewcomer" boolean, "level" int,
    "verdicts" jsonb, "refusedBy" text, "outcome" text, "price" int, "reserved" int, "finalPrice" int, "sender" text,
    "messageId" text, "verifiedAt" timestamptz, "fold" text, "count" int)
  ORDER BY n."fold"
  ON CONFLICT ("fold") DO UPDATE SET "count" = d."count" + EXCLUDED."count"`
