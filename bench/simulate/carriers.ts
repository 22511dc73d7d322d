import { hours } from "@/lib/time"
import { freshNetworks } from "./poison"
import type { Random } from "./random"
import type { TraceLine } from "./trace"
import type { Make } from "./world"

/** How many people are behind the addresses of a few carriers, and of how many /24 those are. The others are in networks of their own. */
const behindCarriers = 0.6
const places = 30

/** An address of a carrier. */
const carriersAddress = (random: Random) => `100.${64 + random.int(0, places - 1)}.7.${random.int(1, 254)}`

/** Most people ask from where others of them did before, as they do in life. */
function behind(random: Random) {
  const addresses = new Map<string, string | undefined>()
  const addressOf = (email: string) => {
    if (!addresses.has(email)) addresses.set(email, random.chance(behindCarriers) ? carriersAddress(random) : undefined)
    return addresses.get(email)
  }
  return (lines: readonly TraceLine[]) =>
    lines.map((line): TraceLine => (line.label === "human" ? { ...line, ip: addressOf(line.email) ?? line.ip } : line))
}

const attacked =
  (shareInside: number): Make =>
  ({ random, day }) => {
    const when = { from: day.from + hours(2), to: day.from + hours(22) }
    const lines = freshNetworks(random, ["US", "CA", "GB", "HK"], 6000, when)
    const inside = (line: TraceLine) => (random.chance(shareInside) ? { ...line, ip: carriersAddress(random) } : line)
    return { lines: lines.map(inside), change: behind(random) }
  }

/** People behind carriers, while bots with good tokens come from networks that nobody saw, or half of them from the carriers' too. */
export const carriers: Record<string, Make> = {
  "carriers-fresh-home": attacked(0),
  "carriers-bots-inside": attacked(0.5),
}
