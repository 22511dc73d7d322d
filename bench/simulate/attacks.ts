import { hours } from "@/lib/time"
import { numberOf, rowOf } from "./numbers"
import { addressOf } from "./people"
import type { Random } from "./random"
import type { TraceLine } from "./trace"
import type { World } from "./world"

/** How a flood is made: how many requests from when to when, and what each looks like. */
type Flood = {
  attempts: number
  from: number
  to: number
  ip: (index: number) => string
  phone: (index: number) => { phone: string; country: string }
  captcha: () => TraceLine["captcha"]
}

/** Registrations by a script, evenly over its time, each with an email of its own. Nobody ever reads the messages. */
export const flood = ({ attempts, from, to, ip, phone, captcha }: Flood): TraceLine[] =>
  Array.from({ length: attempts }, (_, index) => ({
    at: Math.round(from + ((to - from) * index) / attempts),
    op: "register" as const,
    ip: ip(index),
    email: `user${index}.${from}@mail.example`,
    ...phone(index),
    captcha: captcha(),
    label: "bot" as const,
  }))

/** So many proxies, each in a network of its own as households have it, used in turn. */
export function proxies(count: number, random: Random): (index: number) => string {
  const addresses = Array.from({ length: count }, () => addressOf(random))
  return (index) => addresses[index % count] as string
}

/** Any mobile number of these countries. */
export const anywhereIn = (countries: readonly string[], random: Random) => (index: number) => {
  const country = countries[index % countries.length] as string
  return { phone: numberOf(country, random), country }
}

/** One number after the other, as whoever is paid for the traffic rents them. */
export const inRows = (country: string) => {
  const row = rowOf(country)
  return (index: number) => ({ phone: row(index), country })
}

/** A token that a farm solved: it passes. */
export const solved = (random: Random) => () => 0.7 + random.int(0, 20) / 100
export const noToken = () => null

/** One number is flooded by way of its owner's email and of many others, while its owner signs in. */
export function bombing({ random, people, day }: World): TraceLine[] {
  const victim = people.newPerson()
  const registers = flood({
    attempts: 3000,
    from: day.from + hours(2),
    to: day.from + hours(22),
    ip: proxies(500, random),
    phone: () => ({ phone: victim.phone, country: victim.country }),
    captcha: solved(random),
  })
  const lines = registers.map(
    (line, index): TraceLine => (index % 3 === 0 ? { ...line, op: "check-email", email: victim.email } : line),
  )
  const visits = [4, 9, 14, 19].flatMap((hour) => people.comeBack(victim, day.from + hours(hour)))
  return [...people.join(victim, hours(3)), ...lines, ...visits]
}
