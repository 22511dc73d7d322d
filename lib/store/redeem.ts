import type { NewAccount } from "@/lib/account/account"
import type { NewSession } from "@/lib/session/session"
import type { Redeem, Redeemed, Redemption } from "@/lib/sign-in/steps/redeem"
import type { Database } from "@/lib/store/database"
import { due, lock } from "@/lib/store/phone-changes"
import { insertSession } from "@/lib/store/sessions"
import { Prisma } from "@/prisma/generated/client"

/** Turns a proof into a session in one transaction: a crash leaves either everything or nothing. */
export const redeem =
  (db: Database): Redeem =>
  async (redemption) => {
    try {
      return await db.$transaction((tx) => redeemIn(tx, redemption))
    } catch (problem) {
      if (problem instanceof Prisma.PrismaClientKnownRequestError && problem.code === "P2002") return "taken"
      throw problem
    }
  }

async function redeemIn(tx: Prisma.TransactionClient, redemption: Redemption): Promise<Redeemed | "lost"> {
  const { challenge, newAccount, session, now } = redemption
  if (challenge) {
    if (challenge.accountId && !(await stillHas(tx, challenge.accountId, challenge.phone, now))) return "lost"
    const live = { id: challenge.id, usedAt: null, expiresAt: { gt: now } }
    const consumed = await tx.challenge.updateMany({ where: live, data: { usedAt: now } })
    if (consumed.count === 0) return "lost"
  }
  if (newAccount) await insertAccount(tx, newAccount, challenge?.applicant?.address)
  // This write locks the account, so that of two sign-ins at once the later one sees, and may end, the earlier one's session.
  await tx.account.updateMany({ where: { id: session.accountId ?? "" }, data: { lastSignInAt: now } })
  const ended = redemption.single ? await endOthers(tx, session, now) : []
  await insertSession(tx, session)
  if (redemption.failureKeys) await tx.failureCount.deleteMany({ where: { key: { in: redemption.failureKeys } } })
  if (redemption.coolDownSubject) await tx.cooldown.deleteMany({ where: { subject: redemption.coolDownSubject } })
  return { ended }
}

/**
 * Whether the PIN's phone is still the account's, and will be a moment later: a change of phone that took effect meanwhile, or
 * that is due and that nobody has looked at, takes the old phone's PINs along. Locks the account, so that none does in between.
 */
async function stillHas(tx: Prisma.TransactionClient, accountId: string, phone: string | null, now: Date) {
  await lock(tx, accountId)
  const where = { id: accountId, phone, phoneChanges: { none: due(accountId, now) } }
  return (await tx.account.findFirst({ where, select: { id: true } })) !== null
}

async function endOthers(tx: Prisma.TransactionClient, { accountId, audience }: NewSession, now: Date) {
  if (!accountId) return []
  const where = { accountId, audience, revokedAt: null }
  const rows = await tx.session.updateManyAndReturn({ where, data: { revokedAt: now }, select: { id: true } })
  return rows.map(({ id }) => id)
}

type Home = { districtId: number | null; kind: string }

async function insertAccount(
  tx: Prisma.TransactionClient,
  newAccount: NewAccount,
  home: Home | undefined,
): Promise<void> {
  const { identities, ...account } = newAccount
  const { id: accountId, realm, createdAt } = account
  await tx.account.create({ data: account })
  await tx.identity.createMany({ data: identities.map((identity) => ({ ...identity, realm, accountId, createdAt })) })
  if (home) await tx.address.create({ data: { accountId, ...home } })
}
