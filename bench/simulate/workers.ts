import { hours, minutes } from "@/lib/time"
import { anywhereIn, flood, noToken, proxies } from "./attacks"
import type { Random } from "./random"
import { typesPin } from "./rings"
import type { TraceLine } from "./trace"
import type { Make, World } from "./world"

const home = ["US", "CA", "GB", "HK"]
const everywhere = [...home, "BD", "LK", "PK", "NG", "ID", "EG", "BR", "MX", "IN", "DE", "FR", "KE"]

const attack = ({ day }: World) => ({ from: day.from + hours(2), to: day.from + hours(22) })

/** Whoever this is solves the puzzles that refusals offer. */
const working = (lines: readonly TraceLine[]) => lines.map((line): TraceLine => ({ ...line, works: true }))

const fresh = (random: Random, countries: readonly string[], attempts: number, when: { from: number; to: number }) =>
  working(
    flood({
      attempts,
      ...when,
      ip: proxies(attempts, random),
      phone: anywhereIn(countries, random),
      captcha: noToken,
    }),
  )

/** Google answers nobody from then on. People's pages work instead. */
const workFrom = (at: number, until: number) => (lines: readonly TraceLine[]) =>
  lines.map((line): TraceLine => {
    const isWithout = line.at >= at && line.at < until
    return { ...line, ...(isWithout && { captcha: null }), ...(line.label === "human" && { works: true }) }
  })

/** Those who bring no token, and solve every puzzle that they are offered: a processor's second each, and no money to speak of. */
export const workers: Record<string, Make> = {
  "proxies-work": (world) => ({
    lines: working(
      flood({
        attempts: 10_000,
        ...attack(world),
        ip: proxies(5000, world.random),
        phone: anywhereIn(home, world.random),
        captcha: noToken,
      }),
    ),
  }),
  "fresh-home-work": (world) => ({ lines: fresh(world.random, home, 6000, attack(world)) }),
  "many-countries-work": (world) => ({ lines: fresh(world.random, everywhere, 6000, attack(world)) }),
  "ring-30-work": ({ random, day }) => ({
    lines: fresh(random, ["HK", "GB", "BD", "LK"], 4500, day).flatMap((line) =>
      random.chance(0.3) ? [line, typesPin(line)] : [line],
    ),
  }),
  // Strangers with a list of emails that have accounts: the people are those of the two days before.
  "known-list-work": (world) => {
    const { random, people, day } = world
    const owners = Array.from({ length: 150 }, () => people.newPerson())
    const joined = owners.flatMap((owner, index) => people.join(owner, minutes(10 * index)))
    const anywhere = proxies(3000, random)
    const asked = Array.from({ length: 3000 }, (_, index): TraceLine => {
      const owner = owners[index % owners.length] as (typeof owners)[number]
      const at = day.from + hours(2) + Math.round((hours(20) * index) / 3000)
      return { ...owner, at, op: "check-email", ip: anywhere(index), captcha: null, label: "bot", works: true }
    })
    const visits = owners.flatMap((owner, index) => people.comeBack(owner, day.from + hours(4) + minutes(7 * index)))
    return { lines: [...joined, ...asked, ...visits] }
  },
  "no-tokens-work": ({ random, day }) => ({
    lines: fresh(random, ["US"], 288, day),
    change: workFrom(day.from - minutes(5), day.to),
  }),
}

/** Google answers nobody for eight hours, and people's pages work. */
export const captchaOutageWork: Make = ({ day }) => ({
  lines: [],
  change: workFrom(day.from + hours(8), day.from + hours(16)),
})
