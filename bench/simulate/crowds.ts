import { hours, minutes, seconds } from "@/lib/time"
import type { PeopleOf } from "./people"
import { crowd } from "./poison"
import type { Random } from "./random"
import type { TraceLine } from "./trace"

type When = { from: number; to: number }

/** Two thousand students behind one address within an hour. Half of them mistype the PIN once. */
export const students = (random: Random, people: PeopleOf, from: number): TraceLine[] =>
  crowd(2000, { from, to: from + hours(1) }, (_, at) => {
    const lines = people.join(people.newPerson("100.64.7.7"), at)
    const last = lines.at(-1) as TraceLine
    if (last.op !== "verify" || !random.chance(0.5)) return lines
    return [...lines, { ...last, pin: "wrong" as const, at: last.at - seconds(6) }]
  })

/** A mailing after which many come, and a third of them finish. */
export const mailing = (random: Random, people: PeopleOf, from: number): TraceLine[] =>
  crowd(400, { from, to: from + hours(4) }, (_, at) => {
    const lines = people.join(people.newPerson(), at)
    return random.chance(0.35 / 0.94) ? lines : lines.filter(({ op }) => op !== "verify")
  })

/** A carrier loses every second text to a country for two hours. Whoever gets none asks again, twice, and gives up. */
export function outage(people: PeopleOf, when: When) {
  const loses = (e164: string, at: number) =>
    e164.startsWith("+44") && Number(e164.at(-1)) % 2 === 0 && at >= when.from && at < when.to
  const lines = crowd(240, { from: when.from - hours(1), to: when.to + hours(3) }, (_, at) => {
    const person = people.newPerson(undefined, "GB")
    const all = people.join(person, at)
    if (!loses(person.phone, at)) return all
    const asked = all.filter(({ op }) => op !== "verify")
    const again = (after: number): TraceLine => ({
      ...(asked.at(-1) as TraceLine),
      op: "resend",
      at: at + minutes(after),
    })
    return [...asked, again(3), again(6)]
  })
  return { lines, loses }
}
