import type { JWK } from "jose"
import type { SigningKeys } from "@/lib/session/signing"
import type { Database } from "@/lib/store/database"
import type { Prisma } from "@/prisma/generated/client"

/** Key pairs in Postgres. */
export const signingKeys = (db: Database): SigningKeys => ({
  async all() {
    return (await db.signingKey.findMany()).map((row) => ({ ...row, publicJwk: row.publicJwk as JWK }))
  },
  async add(key) {
    const row = { ...key, publicJwk: key.publicJwk as Prisma.InputJsonObject }
    await db.signingKey.createMany({ data: [row], skipDuplicates: true })
  },
})
