import { hours, minutes } from "@/lib/time"
import * as crowds from "./crowds"
import { ordinaryDay } from "./people"
import { crowd, gala } from "./poison"
import type { TraceLine } from "./trace"
import type { Make, World } from "./world"

const { newcomers } = ordinaryDay

/** People of one country, all day. */
const fromAbroad = ({ people, day }: World, of: string, count: number): TraceLine[] =>
  crowd(count, { from: day.from + hours(1), to: day.to - hours(1) }, (_, at) =>
    people.join(people.newPerson(undefined, of), at),
  )

/** Days on which nobody is a bot. */
export const humans: Record<string, Make> = {
  "ordinary-day": () => ({ lines: [] }),
  gala: ({ random, people, day }) => ({ lines: gala(random, people, day.from + hours(19)) }),
  launch: ({ people, day }) => ({ lines: people.ordinary(newcomers * 20, day.from, day.to) }),
  "home-rush": ({ people, day }) => ({
    lines: crowd(5000, { from: day.from + hours(12), to: day.from + hours(13) }, (_, at) =>
      people.join(people.homePerson(), at),
    ),
  }),
  "new-country": (world) => ({ lines: fromAbroad(world, "SG", 200) }),
  "new-country-announced": (world) => ({ lines: fromAbroad(world, "SG", 1500), announced: ["SG"] }),
  students: ({ random, people, day }) => ({ lines: crowds.students(random, people, day.from + hours(9)) }),
  mailing: ({ random, people, day }) => ({ lines: crowds.mailing(random, people, day.from + hours(9)) }),
  "carrier-outage": ({ people, day }) => crowds.outage(people, { from: day.from + hours(9), to: day.from + hours(11) }),
  "captcha-outage": ({ day }) => ({
    lines: [],
    change: (lines) => lines.map(without(day.from + hours(8), minutes(480))),
  }),
}

/** Google answers nobody for a while: tokens are missing from everybody. */
const without = (from: number, length: number) => (line: TraceLine) =>
  line.at >= from && line.at < from + length ? { ...line, captcha: null } : line
