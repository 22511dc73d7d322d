import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose"
import { exchange } from "@/lib/outside/exchange"
import { type Duration, minutes, seconds } from "@/lib/time"

/** An issuer's keys could not be had. */
export class KeysUnreachable extends Error {}

/** Look-ups in a row that may find nothing before the cooldown holds. */
const spareLookups = 5

/**
 * An issuer's public keys, kept for ten minutes. A key id that is not among them is looked up at once, so that a sudden
 * rotation locks no one out; made-up ids soon use that up, and are then worth one request in ten seconds.
 */
export function remoteKeys(url: string, timeout: Duration): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), {
    cooldownDuration: seconds(10),
    cacheMaxAge: minutes(10),
    [customFetch]: async (address, { headers, method, redirect }) => {
      const { status, text } = await exchange(address, { headers, method, redirect }, timeout)
      return new Response(text, { status })
    },
  })
  let inVain = 0
  const lookUp: JWTVerifyGetKey = async (header, token) => {
    const cooling = remote.coolingDown
    try {
      return await remote(header, token)
    } catch (problem) {
      if (!(problem instanceof errors.JWKSNoMatchingKey) || !cooling || inVain >= spareLookups) throw problem
    }
    inVain += 1
    await remote.reload()
    const key = await remote(header, token)
    inVain = 0
    return key
  }
  return async (header, token) => {
    try {
      return await lookUp(header, token)
    } catch (problem) {
      const unknown = problem instanceof errors.JWKSNoMatchingKey || problem instanceof errors.JWKSMultipleMatchingKeys
      throw unknown ? problem : new KeysUnreachable()
    }
  }
}
