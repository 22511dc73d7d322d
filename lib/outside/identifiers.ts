import type { Identifiers } from "@/lib/account/provider"
import { apple } from "@/lib/outside/apple"
import { google } from "@/lib/outside/google"
import { type Now, seconds } from "@/lib/time"

/** What is known of us at Google and Apple, by the names of the environment's variables. */
type Settings = Partial<
  Record<
    | "GOOGLE_CLIENT_ID_WEB"
    | "GOOGLE_CLIENT_ID_IOS"
    | "GOOGLE_CLIENT_SECRET"
    | "APPLE_CLIENT_ID"
    | "APPLE_SERVICE_ID"
    | "APPLE_TEAM_ID"
    | "APPLE_KEY_ID"
    | "APPLE_PRIVATE_KEY",
    string | undefined
  >
> &
  Record<`${"GOOGLE" | "APPLE"}_${"JWKS" | "AUTHORIZE" | "TOKEN"}_URL`, string>

/** How long Google or Apple may take for an answer. */
const timeout = seconds(3)

/** Google and Apple as they are configured. `warn` hears when they refuse us, not the caller. */
export function identifiersOf(env: Settings, now: Now, warn: (event: string) => void): Identifiers {
  const { APPLE_TEAM_ID: teamId, APPLE_KEY_ID: keyId, APPLE_PRIVATE_KEY: privateKey } = env
  const googleSettings = {
    clientIds: { web: env.GOOGLE_CLIENT_ID_WEB, ios: env.GOOGLE_CLIENT_ID_IOS },
    clientSecret: env.GOOGLE_CLIENT_SECRET,
    jwksUrl: env.GOOGLE_JWKS_URL,
    authorizeUrl: env.GOOGLE_AUTHORIZE_URL,
    tokenUrl: env.GOOGLE_TOKEN_URL,
    timeout,
  }
  const appleSettings = {
    clientId: env.APPLE_CLIENT_ID,
    serviceId: env.APPLE_SERVICE_ID,
    signer: teamId && keyId && privateKey ? { teamId, keyId, privateKey } : undefined,
    jwksUrl: env.APPLE_JWKS_URL,
    authorizeUrl: env.APPLE_AUTHORIZE_URL,
    tokenUrl: env.APPLE_TOKEN_URL,
    timeout,
  }
  return { google: google(googleSettings, now, warn), apple: apple(appleSettings, now, warn) }
}
