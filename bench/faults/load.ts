import { setTimeout as sleep } from "node:timers/promises"
import { pinsFor, post } from "../../e2e/server/client"

/** Somebody whose sign-in was acknowledged: the email, the PIN that is used up, and the token that must hold. */
export type Acknowledged = { email: string; pin: string; token: string }

/** What came of the load. */
export type Load = {
  acknowledged: Acknowledged[]
  /** Requests that had no answer, or another than they would have on a good day. */
  failed: number
  longest: number
  inFlight: number
  stop(): Promise<void>
}

/** Seconds on a clock that only goes on. */
export const secondsNow = (): number => Number(process.hrtime.bigint()) / 1e9

export const people = 20_000

const emailOf = (n: number) => `fault${n}@example.com`
export const phoneOf = (n: number) => `+1${["303", "415", "212", "312", "617"][n % 5]}${2_000_000 + n * 311}`
const addressOf = (n: number) => `10.${n % 250}.${(n >> 8) % 250}.${(n >> 4) % 250}`

let next = 0

/** So many people at once who sign in, one after the other, each new, until it is stopped. */
export function signIns(url: string, atOnce = 12): Load {
  const load: Load = { acknowledged: [], failed: 0, longest: 0, inFlight: 0, stop }
  let goesOn = true
  const timed = async <T>(asking: Promise<T>): Promise<T> => {
    const begun = secondsNow()
    load.inFlight++
    try {
      return await asking
    } finally {
      load.inFlight--
      load.longest = Math.max(load.longest, secondsNow() - begun)
    }
  }
  const signIn = async () => {
    const n = next++
    const email = emailOf(n)
    const asked = await timed(post(`${url}/v3/auth/email-check`, { email }, addressOf(n)))
    const [pin] = asked.status === 200 ? await pinsFor(url, phoneOf(n)) : []
    if (!pin) return false
    const { status, body } = await timed(post(`${url}/v3/auth/verify-pin`, { email, pin }, addressOf(n)))
    if (status !== 200) return false
    load.acknowledged.push({ email, pin, token: body.accessToken })
    return true
  }
  const worker = async () => {
    while (goesOn && next < people) {
      if (await signIn().catch(() => false)) continue
      load.failed++
      await sleep(50)
    }
  }
  const workers = Array.from({ length: atOnce }, worker)
  async function stop() {
    goesOn = false
    await Promise.all(workers)
  }
  return load
}
