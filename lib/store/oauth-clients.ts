import type { OAuthClient, OAuthClients } from "@/lib/session/oauth-client"
import type { Database } from "@/lib/store/database"

/** Machine clients in Postgres. */
export const oauthClients = (db: Database): OAuthClients => ({
  async find(id) {
    return (await db.oAuthClient.findUnique({ where: { id } })) ?? undefined
  },
})

/**
 * Makes the configuration's clients the ones there are. One that was taken out of it is gone, and its tokens with it;
 * those of a client that stays go on.
 */
export async function seedOAuthClients(db: Database, clients: readonly OAuthClient[], now: Date): Promise<void> {
  const ids = clients.map(({ id }) => id)
  await db.$transaction(async (tx) => {
    for (const { id, secretHash, scopes } of clients)
      await tx.$executeRaw`
        INSERT INTO "OAuthClient" ("id", "secretHash", "scopes") VALUES (${id}, ${secretHash}, ${scopes})
        ON CONFLICT ("id") DO UPDATE SET "secretHash" = EXCLUDED."secretHash", "scopes" = EXCLUDED."scopes"`
    await tx.oAuthClient.deleteMany({ where: { id: { notIn: ids } } })
    await tx.session.updateMany({
      where: { accountId: null, client: { notIn: ids }, revokedAt: null },
      data: { revokedAt: now },
    })
  })
}
