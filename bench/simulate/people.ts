import { days, hours, minutes, seconds } from "@/lib/time"
import { numberOf } from "./numbers"
import type { Random } from "./random"
import type { TraceLine } from "./trace"

/** Somebody in a trace. */
export type Person = { email: string; phone: string; country: string; ip: string }

/** How people are, in shares of all: where they live, and what goes wrong for them. */
const habits = {
  countries: [
    ["US", 0.62],
    ["GB", 0.18],
    ["HK", 0.1],
    ["CA", 0.08],
    ["DE", 0.01],
    ["FR", 0.01],
  ] as const,
  /** Their browser sends no token: Google is blocked, or too slow. */
  withoutToken: 0.004,
  /** They type the PIN wrong at first, or a wrong phone, or ask for the message again. */
  mistypePin: 0.05,
  mistypePhone: 0.03,
  askAgain: 0.05,
  /** They never come back from the registration. */
  giveUp: 0.06,
}

const homeOnes = ["US", "GB", "HK", "CA"]

/** The people of one simulation: each with a phone and an address of their own. */
export function peopleOf(random: Random) {
  let count = 0
  const countryOf = () => {
    let share = random.next()
    for (const [country, part] of habits.countries) {
      share -= part
      if (share < 0) return country
    }
    return "US"
  }
  const newPerson = (ip = addressOf(random), country: string = countryOf()): Person => {
    count += 1
    return { email: `person${count}@example.com`, phone: numberOf(country, random), country, ip }
  }
  /** Somebody new of a country that is listed as home. */
  const homePerson = (): Person => {
    const person = newPerson()
    return homeOnes.includes(person.country) ? person : homePerson()
  }
  const token = () => (random.chance(habits.withoutToken) ? null : 0.5 + random.int(10, 49) / 100)

  /** Somebody new signs in at this time. */
  const join = (person: Person, at: number, options: { captcha?: null } = {}): TraceLine[] => {
    const about = { ...person, label: "human" as const }
    const line = (op: TraceLine["op"], after: number, more: Partial<TraceLine> = {}): TraceLine => {
      const captcha = op === "verify" || options.captcha === null ? null : token()
      return { ...about, at: at + seconds(after), op, captcha, ...more }
    }
    const lines = [line("check-email", 0)]
    let time = random.int(15, 60)
    if (random.chance(habits.mistypePhone)) {
      lines.push(line("register", time, { phone: numberOf(person.country, random) }))
      time += random.int(30, 60)
    }
    lines.push(line("register", time))
    if (random.chance(habits.askAgain)) {
      time += random.int(35, 60)
      lines.push(line("resend", time))
    }
    if (random.chance(habits.giveUp)) return lines
    return [...lines, ...enterPin(line, time)]
  }

  /** Somebody who has an account signs in at this time. */
  const comeBack = (person: Person, at: number, options: { captcha?: null } = {}): TraceLine[] => {
    const about = { ...person, label: "human" as const }
    const captcha = options.captcha === null ? null : token()
    const line = (op: TraceLine["op"], after: number, more: Partial<TraceLine> = {}): TraceLine => {
      return { ...about, at: at + seconds(after), op, captcha: op === "verify" ? null : captcha, ...more }
    }
    return [line("check-email", 0), ...enterPin(line, 0)]
  }

  type Line = (op: TraceLine["op"], after: number, more?: Partial<TraceLine>) => TraceLine
  const enterPin = (line: Line, from: number): TraceLine[] => {
    const time = from + random.int(10, 75)
    const wrong = random.chance(habits.mistypePin) ? [line("verify", time, { pin: "wrong" })] : []
    return [...wrong, line("verify", time + wrong.length * random.int(5, 15), { pin: "right" })]
  }

  /** So many newcomers between two times, and as many visits of those of them who came a day or more before. */
  const ordinary = (newcomersADay: number, from: number, to: number): TraceLine[] => {
    const lines: TraceLine[] = []
    const joined: { person: Person; at: number }[] = []
    const pause = days(1) / newcomersADay
    for (let at = from; at < to; at += pause * (0.5 + random.next())) {
      const person = newPerson()
      const visit = join(person, at)
      if (visit.some(({ pin }) => pin === "right")) joined.push({ person, at })
      lines.push(...visit)
      const back = joined[random.int(0, joined.length - 1)]
      if (back && at - back.at > days(1)) lines.push(...comeBack(back.person, at + minutes(random.int(1, 10))))
    }
    return lines
  }
  return { newPerson, homePerson, join, comeBack, ordinary }
}

/** Those who make people. */
export type PeopleOf = ReturnType<typeof peopleOf>

/** An address of some household. */
export const addressOf = (random: Random): string =>
  `${random.int(11, 126)}.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`

/** What scenarios are made of, beside attacks. */
export const ordinaryDay = { newcomers: 150, warmUp: days(2), length: days(1), morning: hours(8) }
