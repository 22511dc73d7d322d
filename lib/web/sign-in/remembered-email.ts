import { shownBy } from "@/lib/session/known-device"
import type { Core } from "@/lib/sign-in/core"
import { knownDevice } from "@/lib/sign-in/steps/known-device"
import type { DeviceCookie } from "@/lib/web/device-cookie"

/**
 * The email that this browser keeps of the last person to sign in. Where they have since signed out everywhere, or ended this very
 * session from elsewhere, the device is a stranger's again and shows it to no one.
 */
export async function rememberedEmail({ email, tokens }: DeviceCookie, core: Core): Promise<string | undefined> {
  if (email === undefined) return undefined
  const owner = { realm: "handbid", kind: "email", value: email } as const
  return (await knownDevice(owner, shownBy({ browserTokens: tokens }), core)) && email
}
