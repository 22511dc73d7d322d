import type { Device } from "@/lib/account/device"
import { policy } from "@/lib/limits/policy"
import type { No } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"

type Needs = Pick<Core, "now" | "keys" | "limits" | "devices">

/**
 * Notes where the signed-in person wants push messages. What others have registered stays theirs. An account and a network may
 * do so many, and an account has so many devices: beyond that the one that was silent longest goes.
 */
export async function registerDevice(device: Device, member: Member, core: Needs): Promise<undefined | No<"limited">> {
  const { account, session } = member.signedIn
  const about = { accountId: account.id, sessionId: session.id }
  const limited =
    (await takeTurn(policy.networkDevices, member, core)) ??
    (await takeOwnTurn(policy.devices, account.id, member, core, about))
  if (limited) return limited
  await core.devices.register(device, account.id, core.now())
}
