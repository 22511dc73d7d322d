import { policy } from "@/lib/limits/policy"
import type { No } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { refresh } from "@/lib/sign-in/refresh"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { takeTurn } from "@/lib/sign-in/steps/take-turn"

/** A refresh, so many of which a network may ask for. */
export async function socialRefresh(
  request: { refreshToken: string },
  caller: Caller,
  core: Parameters<typeof refresh>[2] & Pick<Core, "limits">,
): Promise<Tokens | No<"unauthorized" | "limited">> {
  return (await takeTurn(policy.socialRefresh, caller, core)) ?? refresh(request, caller, core)
}
