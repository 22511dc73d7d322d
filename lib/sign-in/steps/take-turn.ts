import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { type About, type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"

/**
 * One from what a network may ask of this verb; where the quota is wide, from what all the addresses around it may. It keeps
 * order, and guards no secret: with the limits out of reach it lets in.
 */
export function takeTurn(quota: Quota, caller: Caller, core: Core): Promise<Refusal | undefined> {
  const network = networkOf(caller.address)
  return take(quota, (quota.wide && placeOf(network)) || network, caller, core)
}

/** The same for somebody or something that is known: one from what an account, a session or a machine may ask, from anywhere. */
export const takeOwnTurn = (quota: Quota, id: string, caller: Caller, core: Core, about: About) =>
  take(quota, `own ${id}`, caller, core, about)

async function take(quota: Quota, whose: string, { realm }: Caller, core: Core, about?: About) {
  const key = sealedName(core.keys, "turn", quota.name, realm, whose)
  const answer = await core.limits.take([{ key, quota }], core.now()).catch(() => undefined)
  return answer?.taken === false ? refuse({ kind: "limited", retryAt: answer.retryAt, quota }, about) : undefined
}
