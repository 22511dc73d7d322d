import { hours, minutes } from "@/lib/time"
import { anywhereIn, flood, noToken, proxies } from "./attacks"
import { ordinaryDay } from "./people"
import * as poison from "./poison"
import type { Make, World } from "./world"

const morning = ({ day }: World) => ({ from: day.from + hours(1), to: day.to })

/** Those who want people kept out, and pay for that: a token costs them $0.002, an address $0.001. */
export const deniers: Record<string, Make> = {
  "gala-attacked": ({ random, people, day }) => {
    const event = day.from + hours(19)
    return { lines: [...poison.beforeEvent(random, event, 2400), ...poison.gala(random, people, event)] }
  },
  "launch-attacked": ({ random, people, day }) => {
    const event = day.from + hours(9)
    const guests = people.ordinary(ordinaryDay.newcomers * 20, event, event + hours(8))
    return { lines: [...poison.beforeEvent(random, event, 2400), ...guests] }
  },
  "others-closed": (world) => ({ lines: poison.others(world.random, world.people, morning(world)) }),
  "others-closed-announced": (world) => ({
    lines: poison.others(world.random, world.people, morning(world)),
    announced: ["SG"],
  }),
  "country-poisoned": (world) => ({ lines: poison.country(world.random, world.people, morning(world)) }),
  "town-poisoned": (world) => ({ lines: poison.range(world.random, world.people, morning(world), 5) }),
  "range-poisoned": (world) => ({ lines: poison.range(world.random, world.people, morning(world), 3) }),
  "nat-poisoned": (world) => ({ lines: poison.carrierNat(world.random, world.people, morning(world)) }),
  "no-tokens": (world) => {
    const { random, day } = world
    const bots = flood({
      attempts: 288,
      from: day.from,
      to: day.to,
      ip: proxies(288, random),
      phone: anywhereIn(["US"], random),
      captcha: noToken,
    })
    const sinceDay = (at: number) => at >= day.from - minutes(5)
    return {
      lines: bots,
      change: (lines) => lines.map((line) => (sinceDay(line.at) ? { ...line, captcha: null } : line)),
    }
  },
}
