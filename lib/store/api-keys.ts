import type { ApiKey, ApiKeys } from "@/lib/session/api-key"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import type { ApiKey as Row } from "@/prisma/generated/client"

/** API keys in Postgres. */
export const apiKeys = (db: Database): ApiKeys => ({
  async insert(key) {
    await db.apiKey.create({ data: key })
  },

  async find(hash) {
    const row = await db.apiKey.findUnique({ where: { hash }, include: { account: true } })
    return row ? { key: toKey(row), account: toAccount(row.account), revoked: row.revokedAt !== null } : undefined
  },

  async used(id, now) {
    await db.apiKey.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: now } }] },
      data: { lastUsedAt: now },
    })
  },

  async list(accountId) {
    const rows = await db.apiKey.findMany({
      where: { accountId, revokedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: 500,
    })
    return rows.map(toKey)
  },

  async revoke(accountId, id, now) {
    const where = { id, accountId, revokedAt: null }
    return (await db.apiKey.updateMany({ where, data: { revokedAt: now } })).count === 1
  },

  async revokeAll(accountId, now) {
    const where = { accountId, revokedAt: null }
    const rows = await db.apiKey.updateManyAndReturn({ where, data: { revokedAt: now }, select: { id: true } })
    return rows.map(({ id }) => id)
  },
})

const toKey = ({ id, accountId, name, ending, scopes, createdAt, lastUsedAt }: Row): ApiKey => ({
  id,
  accountId,
  name,
  ending,
  scopes,
  createdAt,
  lastUsedAt,
})
