import type { Database } from "@/lib/store/database"
import { rowsOf, sql } from "@/lib/store/sql"
import { after, days } from "@/lib/time"

/** The demo account's email and phone. The number is one that its numbering plan sets aside for fiction. */
const demo = { email: "demo@latchkey.example", phone: "+447700900123" }

/** An account to try the product with, made once. Only development has one. Answers its email. */
export async function seedDemoAccount(db: Database, now: Date, newId: () => string): Promise<string> {
  const identity = { realm: "handbid", kind: "email", value: demo.email }
  const known = await db.identity.findUnique({ where: { realm_kind_value: identity } })
  if (!known) {
    const names = { realm: "handbid", firstName: "Demo", lastName: "Person", email: demo.email, whitelabelId: 1 }
    const phone = { phone: demo.phone, phoneCountry: "GB", phoneVerifiedAt: now }
    const { realm, ...rest } = identity
    const identities = { create: { realm, ...rest, createdAt: now } }
    await db.account.create({ data: { id: newId(), number: 1000, ...names, ...phone, createdAt: now, identities } })
  }
  return demo.email
}

/** A few auctions to browse, so that the discovery endpoints have something to say. Only beside the inbox, never in business. */
export async function seedCatalogue(db: Database, now: Date): Promise<void> {
  const evenings = ["Harbour Lights Gala", "Library Spring Auction", "Old Mill Restoration Evening"]
  const lots = ["A weekend by the sea", "Dinner for six, cooked at home", "Two concert seats"]
  const startsAt = after(now, -days(1))
  const auctions = evenings.map((name, index) => ({
    id: index + 1,
    name,
    startsAt,
    endsAt: after(now, days(30 + index)),
  }))
  const items = auctions.flatMap(({ id: auctionId }) =>
    lots.map((name, index) => ({
      id: auctionId * 100 + index + 1,
      auctionId,
      name,
      description: `${name}, given by a friend of the house.`,
      startingPrice: 50 * (index + 1),
    })),
  )
  await db.sql.run(sql`
    INSERT INTO "Auction" ("id", "name", "startsAt", "endsAt")
    SELECT "id", "name", "startsAt", "endsAt" FROM jsonb_to_recordset(${rowsOf(auctions)}::jsonb)
      AS a ("id" int, "name" text, "startsAt" timestamptz, "endsAt" timestamptz)
    ON CONFLICT ("id") DO NOTHING`)
  await db.sql.run(sql`
    INSERT INTO "Item" ("id", "auctionId", "name", "description", "startingPrice")
    SELECT "id", "auctionId", "name", "description", "startingPrice" FROM jsonb_to_recordset(${rowsOf(items)}::jsonb)
      AS i ("id" int, "auctionId" int, "name" text, "description" text, "startingPrice" int)
    ON CONFLICT ("id") DO NOTHING`)
}
