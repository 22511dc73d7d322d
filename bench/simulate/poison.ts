import { hours, minutes } from "@/lib/time"
import { anywhereIn, flood, noToken, proxies, solved } from "./attacks"
import { numberOf } from "./numbers"
import { addressOf, type PeopleOf } from "./people"
import type { Random } from "./random"
import type { TraceLine } from "./trace"

type When = { from: number; to: number }

/** So many people, evenly over their time, made by `make`. */
export const crowd = (
  count: number,
  { from, to }: When,
  make: (index: number, at: number) => TraceLine[],
): TraceLine[] =>
  Array.from({ length: count }, (_, index) => make(index, Math.round(from + ((to - from) * index) / count))).flat()

/** Unverified messages to where others are to be kept out: all at once, and then as many again in a trickle. */
const poisonWith = (
  random: Random,
  count: number,
  { from, to }: When,
  phone: (index: number) => { phone: string; country: string },
) => {
  const from1000 = proxies(1000, random)
  const about = { phone, captcha: solved(random) }
  return [
    ...flood({ ...about, attempts: count, from, to: from + minutes(30), ip: from1000 }),
    ...flood({ ...about, attempts: count, from: from + minutes(31), to, ip: (index) => from1000(index + count) }),
  ]
}

/** A country's breaker is tripped and held; people of that country come all day. */
export const country = (random: Random, people: PeopleOf, when: When, of = "HK"): TraceLine[] => [
  ...poisonWith(random, 200, when, anywhereIn([of], random)),
  ...crowd(120, { ...when, from: when.from + minutes(40) }, (_, at) =>
    people.join(people.newPerson(undefined, of), at),
  ),
]

/** A range of numbers is used up, as wide as `digits`: 5 are a town, 3 a row of a carrier's. People have numbers in it. */
export function range(random: Random, people: PeopleOf, when: When, digits: number): TraceLine[] {
  const start = numberOf("US", random)
  const beside = () => ({
    phone: start.slice(0, -digits) + String(random.int(0, 10 ** digits - 1)).padStart(digits, "0"),
    country: "US",
  })
  return [
    ...poisonWith(random, 70, when, beside),
    ...crowd(60, { ...when, from: when.from + minutes(40) }, (_, at) =>
      people.join({ ...people.newPerson(), ...beside() }, at),
    ),
  ]
}

/** A carrier's five addresses, behind which many people are, are used up. */
export function carrierNat(random: Random, people: PeopleOf, when: When): TraceLine[] {
  const inside = (index: number) => `100.20.30.${40 + (index % 5)}`
  const about = { ip: inside, phone: anywhereIn(["US", "GB"], random) }
  return [
    ...flood({ ...about, attempts: 400, from: when.from, to: when.from + minutes(30), captcha: solved(random) }),
    ...flood({ ...about, attempts: 200, from: when.from, to: when.from + minutes(30), captcha: noToken }),
    ...flood({ ...about, attempts: 300, from: when.from + minutes(31), to: when.to, captcha: solved(random) }),
    ...crowd(150, { ...when, from: when.from + minutes(40) }, (index, at) =>
      people.join(people.newPerson(inside(index)), at),
    ),
  ]
}

const dearest = ["BD", "LK", "UZ", "ID", "PK", "NG", "EG", "DZ", "AZ", "KZ"]

/** Every country that is not home is to be closed, by messages to the dearest, before a launch in one of them. */
export const others = (random: Random, people: PeopleOf, when: When): TraceLine[] => [
  ...poisonWith(random, 150, when, anywhereIn(dearest, random)),
  ...crowd(150, { ...when, from: when.from + minutes(40) }, (_, at) =>
    people.join(people.newPerson(undefined, "SG"), at),
  ),
]

/** The guests of a gala, behind one address, within twenty minutes. */
export function gala(random: Random, people: PeopleOf, from: number, guests = 500): TraceLine[] {
  const venue = addressOf(random)
  return crowd(guests, { from, to: from + minutes(20) }, (_, at) => people.join(people.newPerson(venue), at))
}

/** Home numbers from half an hour before an event until well after it. */
export const beforeEvent = (random: Random, event: number, attempts: number): TraceLine[] =>
  flood({
    attempts,
    from: event - minutes(30),
    to: event + hours(2),
    ip: proxies(attempts, random),
    phone: anywhereIn(["GB", "US", "HK", "CA"], random),
    captcha: solved(random),
  })

/** Numbers anywhere in these countries, each request from a network that nobody saw before, with a good token. */
export const freshNetworks = (
  random: Random,
  countries: readonly string[],
  attempts: number,
  when: When,
): TraceLine[] =>
  flood({
    attempts,
    ...when,
    ip: proxies(attempts, random),
    phone: anywhereIn(countries, random),
    captcha: solved(random),
  })
