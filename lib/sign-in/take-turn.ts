import { networkOf } from "@/lib/abuse/network"
import { sealedName } from "@/lib/keys/key-ring"
import { type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"

/** One from what a network may ask of this verb. It keeps order, and guards no secret: with the limits out of reach it lets in. */
export async function takeTurn(quota: Quota, { realm, address }: Caller, core: Core): Promise<Refusal | undefined> {
  const key = sealedName(core.keys, "turn", quota.name, realm, networkOf(address))
  const answer = await core.limits.take(key, quota, core.now()).catch(() => undefined)
  return answer?.taken === false ? refuse({ kind: "limited", retryAt: answer.retryAt, quota }) : undefined
}
