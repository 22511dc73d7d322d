import { setTimeout as sleep } from "node:timers/promises"
import { systemNow } from "@/lib/outside/clock"
import { balancer } from "./balancer"
import { judge, money } from "./count"
import { type Fault, onPostgres } from "./fault"
import { type Load, secondsNow, signIns } from "./load"
import { type Ground, world } from "./world"

/** What came of a fault. */
export type Suffered = {
  inFlight: number
  acknowledged: number
  lost: number
  doubled: number
  unpaid: number
  /** Texts to Hong Kong, and those beyond its budget. */
  pressed: number
  over: number
  failed: number
  longest: number
  healthy: number
  /** Which of the promises it broke. */
  wrong: string[]
}

/** No answer takes longer, in seconds: a caller waits for eight, and a busy machine is late. */
const longest = 10
/** Nobody waits longer for the first that is well again. */
const recovery = 30

/** Lets people sign in, breaks something meanwhile, and counts. */
export async function suffer(fault: Fault, ground: Ground): Promise<Suffered> {
  const setting = await (fault.setting ?? onPostgres)(ground)
  const there = await world(ground, setting)
  const { outside, servers, server, place } = there
  const [begun, before] = [systemNow(), balancer(servers)]
  try {
    const load = signIns(() => setting.urls?.(there) ?? before.urls(), outside, setting.atOnce)
    await sleep(1500)
    const { inFlight } = load
    await fault.strike(there)
    const healthy = await untilWell(load)
    await sleep(1000)
    await load.stop()
    const judged = await judge(server.url, load)
    const until = systemNow()
    await Promise.all(servers.map((one) => one.stop()))
    const counted = { ...judged, ...(await money(place, outside, hoursFrom(begun, until))) }
    const { failed, longest } = load
    const suffered = { inFlight, acknowledged: load.acknowledged.length, ...counted, failed, longest, healthy }
    return { ...suffered, wrong: [...wrongOf(suffered, fault), ...load.untrue] }
  } finally {
    before.stop()
    await Promise.all(servers.map((one) => one.kill()))
    outside.close()
    await setting.end?.()
  }
}

function wrongOf(suffered: Omit<Suffered, "wrong">, { isUnnoticed }: Fault): string[] {
  const { lost, doubled, unpaid, over, failed } = suffered
  const found = {
    "lost what was acknowledged": lost > 0,
    "doubled a PIN": doubled > 0,
    "sent texts that no budget knows": unpaid > 0,
    "spent over the budget": over > 0,
    "kept a caller waiting": suffered.longest > longest,
    "did not recover": suffered.healthy > recovery,
    "was noticed": isUnnoticed === true && failed > 0,
    "was not tried, since nobody signed in": suffered.acknowledged === 0,
  }
  return Object.entries(found).flatMap(([what, isTrue]) => (isTrue ? what : []))
}

/** Seconds until the next sign-in that was begun is done. */
async function untilWell(load: Load): Promise<number> {
  const [begun, { done }] = [secondsNow(), load]
  while (load.done === done && secondsNow() - begun < 2 * recovery) await sleep(20)
  return secondsNow() - begun
}

/** How many hours of the clock a span touches. */
const hoursFrom = (begun: Date, until: Date): number =>
  Math.floor(until.getTime() / 3_600_000) - Math.floor(begun.getTime() / 3_600_000) + 1
