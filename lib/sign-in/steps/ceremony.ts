import type { Asked, NotProved } from "@/lib/account/passkey"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/** What a browser was asked to have signed, and when. Only we can read or make it: it is kept in a sealed cookie. */
export type Ceremony = Asked & {
  /** Epoch milliseconds. */
  at: number
  /** The session that asked, to add a passkey; undefined to sign in with one. */
  by?: string | undefined
}

/** Begins one at one of our origins. It costs nothing. */
export const beginCeremony = (
  origin: string,
  by: string | undefined,
  core: Pick<Core, "now" | "newToken">,
): Ceremony => ({
  challenge: core.newToken(),
  origin,
  rpId: new URL(origin).hostname,
  at: core.now().getTime(),
  ...(by && { by }),
})

/** A browser may have begun one in each of its tabs. */
export type Begun = readonly Ceremony[]

/**
 * What an answer was asked for, if it may still be answered: within minutes, for what it was begun for, and once, from however many
 * machines.
 */
export async function spendCeremony(
  answer: string,
  begun: Begun,
  by: string | undefined,
  core: Pick<Core, "now" | "tries" | "authenticators">,
): Promise<{ id: string; asked: Asked } | No<"passkey-refused">> {
  const now = core.now()
  const claims = core.authenticators.claimsOf(answer)
  if (!claims) return notProved("wrong")
  const asked = begun.find(({ challenge }) => challenge === claims.challenge)
  if (!asked || asked.by !== by || after(new Date(asked.at), policy.ceremonyLife) <= now) return late
  const { taken } = await core.tries.take([{ key: `ceremony:${asked.challenge}`, quota: policy.ceremony }], now)
  return taken ? { id: claims.id, asked } : late
}

const late = refuse({ kind: "passkey-refused", because: "late" })

/** What a person is told of an answer that does not count. */
export const notProved = (why: NotProved, about: { accountId?: string } = {}): No<"passkey-refused"> =>
  refuse(
    { kind: "passkey-refused", because: why === "wrong" ? "unknown" : why },
    { ...about, reason: `passkey ${why}` },
  )
