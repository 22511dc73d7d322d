import { clientAddress } from "@/lib/http/client-address"
import { running } from "@/lib/live/running"
import { ownOrigins, report } from "@/lib/live/surroundings"
import { countryOfNetwork } from "@/lib/outside/country-of-network"
import { tellStory } from "@/lib/outside/request-story"
import type { Site } from "@/lib/web/site"

/** What our own pages and their forms run in. */
export const site = async (): Promise<Site> => {
  const { core, env, cookiePasswords } = await running()
  return {
    core,
    origins: new Set(ownOrigins(env)),
    returnOrigins: new Set(env.RETURN_ORIGINS),
    cookiePasswords,
    production: env.NODE_ENV === "production",
    siteKey: env.RECAPTCHA_SITE_KEY
      ? { key: env.RECAPTCHA_SITE_KEY, isEnterprise: env.RECAPTCHA_ENTERPRISE_PROJECT !== undefined }
      : undefined,
    operators: new Set(env.OPERATOR_PHONES),
    countryOf: countryOfNetwork,
    addressOf: (headers) => clientAddress(headers, env.TRUSTED_PROXY),
    report,
    tell: tellStory,
  }
}
