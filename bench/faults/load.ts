import { setTimeout as sleep } from "node:timers/promises"
import { type Answer, post } from "../../e2e/server/client"
import type { Outside } from "./outside"
import { newcomer, ordinary, type Person, people, pressed } from "./people"

/** Somebody whose sign-in was acknowledged: who, the PIN that is used up, and the token that must hold. */
export type Acknowledged = { email: string; pin: string; token: string }

/** What came of the load. */
export type Load = {
  acknowledged: Acknowledged[]
  /** Sign-ins of people who have money enough, which say whether all is well. */
  done: number
  /** Requests of people with money enough that had no answer, or 503. */
  failed: number
  /** Texts that somebody was told of, and that never left; PINs that were used up and opened nothing. */
  untrue: string[]
  longest: number
  inFlight: number
  stop(): Promise<void>
}

/** How many of each sign in at once. */
export type AtOnce = { ordinary?: number; pressed?: number; newcomers?: number; captchas?: boolean }

/** Seconds on a clock that only goes on. */
export const secondsNow = (): number => Number(process.hrtime.bigint()) / 1e9

const who = { ordinary, pressed, newcomers: newcomer }
type Kind = keyof typeof who

/**
 * So many people at once who sign in, one after the other, each new, until it is stopped. They are spread over the processes as a
 * balancer does it: turn and turn about, and to another where one does not take the connection.
 */
export function signIns(urls: () => string[], outside: Outside, atOnce: AtOnce = {}): Load {
  const load: Load = { acknowledged: [], done: 0, failed: 0, untrue: [], longest: 0, inFlight: 0, stop }
  const next = { ordinary: 0, pressed: 0, newcomers: 0 }
  let [goesOn, turn] = [true, 0]
  const ask = async (path: string, body: object, { address }: Person): Promise<Answer> => {
    const begun = secondsNow()
    load.inFlight++
    try {
      const [url = "", other] = inTurn(urls(), turn++)
      const isRefused = (problem: Error & { cause?: { code?: string } }) => problem.cause?.code === "ECONNREFUSED"
      return await post(url + path, body, address).catch((problem) => {
        if (!other || !isRefused(problem)) throw problem
        return post(other + path, body, address)
      })
    } finally {
      load.inFlight--
      load.longest = Math.max(load.longest, secondsNow() - begun)
    }
  }
  /** Asks, and again after a while where no answer came, or one that says that it cannot be done now. */
  const persist = async (asking: () => Promise<Answer>, tries: number, rest: number, kind: Kind) => {
    for (let left = tries; ; left--) {
      const answer = await asking().catch(() => undefined)
      if (answer && answer.status !== 503) return answer
      if (kind === "ordinary") load.failed++
      if (left === 1 || !goesOn) return undefined
      await sleep(rest)
    }
  }
  const signIn = async (person: Person, kind: Kind): Promise<boolean> => {
    const body = atOnce.captchas ? { ...person.body, captchaToken: `token of ${person.email}` } : person.body
    // Who hears that no text could be sent presses again, and must not hear that it is on its way.
    const asked = await persist(() => ask(person.path, body, person), 2, 0, kind)
    if (!asked || asked.status > 201) return false
    const pin = outside.pinFor(person.phone)
    if (!pin) {
      load.untrue.push(`${person.email} was told of a text that never left`)
      return false
    }
    const begun = secondsNow()
    const verify = () => ask("/v3/auth/verify-pin", { email: person.email, pin }, person)
    const verified = await persist(verify, 40, 500, kind)
    // A right PIN that an answer was lost of is good for another ten seconds.
    if (verified?.status === 401 && secondsNow() - begun < 10)
      load.untrue.push(`${person.email} typed the right PIN, which was used up and opened nothing`)
    if (verified?.status !== 200) return false
    load.acknowledged.push({ email: person.email, pin, token: verified.body.accessToken })
    return true
  }
  const worker = async (kind: Kind) => {
    while (goesOn && next[kind] < people) {
      const isDone = await signIn(who[kind](next[kind]++), kind)
      if (isDone && kind === "ordinary") load.done++
      if (!isDone) await sleep(50)
    }
  }
  const { ordinary: most = 9, pressed: few = 3, newcomers = 0 } = atOnce
  const workers = [...times(most, "ordinary"), ...times(few, "pressed"), ...times(newcomers, "newcomers")].map(worker)
  async function stop() {
    goesOn = false
    await Promise.all(workers)
  }
  return load
}

const times = (count: number, kind: Kind) => Array.from({ length: count }, () => kind)

const inTurn = (urls: string[], turn: number) => [
  ...urls.slice(turn % urls.length),
  ...urls.slice(0, turn % urls.length),
]
