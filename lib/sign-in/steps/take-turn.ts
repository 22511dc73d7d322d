import { sealedName } from "@/lib/keys/key-ring"
import type { Asked } from "@/lib/limits/limits"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { type About, type No, type Quota, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"

type Needs = Pick<Core, "keys" | "limits" | "now">

/**
 * One from what a network may ask of this verb; where the quota is wide, from what all the addresses around it may. It keeps
 * order, and guards no secret: with the limits out of reach it lets in.
 */
export const takeTurn = (quota: Quota, caller: Caller, core: Needs): Promise<No<"limited"> | undefined> =>
  take(turn(quota, caller, core), core)

/** The same for a known account, session or machine, wherever it calls from. */
export const takeOwnTurn = (quota: Quota, id: string, caller: Caller, core: Needs, about: About) =>
  take(ownTurn(quota, id, caller, core), core, about)

/** The budget that such a turn is taken from, for a statement that takes it with what it is for. */
export function turn(quota: Quota, { address, realm }: Caller, { keys }: Pick<Core, "keys">): Asked {
  const network = networkOf(address)
  return { key: sealedName(keys, "turn", quota.name, realm, (quota.wide && placeOf(network)) || network), quota }
}

/** The same for a known account, session or machine. */
export const ownTurn = (quota: Quota, id: string, { realm }: Caller, { keys }: Pick<Core, "keys">): Asked => ({
  key: sealedName(keys, "turn", quota.name, realm, `own ${id}`),
  quota,
})

async function take(asked: Asked, core: Needs, about?: About): Promise<No<"limited"> | undefined> {
  const answer = await core.limits.take([asked], core.now()).catch(() => undefined)
  return answer?.taken === false
    ? refuse({ kind: "limited", retryAt: answer.retryAt, quota: asked.quota }, about)
    : undefined
}
