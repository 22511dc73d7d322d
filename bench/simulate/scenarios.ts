import { days, hours, minutes } from "@/lib/time"
import { anywhereIn, flood, inRows, noToken, proxies, solved } from "./attacks"
import { addressOf, ordinaryDay, peopleOf } from "./people"
import { type Random, randomFrom } from "./random"
import { barredNumbers, oneSim } from "./schemes"
import { inOrder, type Trace, type TraceLine } from "./trace"

// Every scenario begins with two ordinary days, so that there are people who are known and a past to compare with; what it is
// about happens on the third day, among ordinary traffic.
const { newcomers, warmUp, length } = ordinaryDay
const day = { from: warmUp, to: warmUp + length }
const attack = { from: warmUp + hours(2), to: warmUp + hours(22) }

/** What happens beside ordinary traffic. */
type Make = (random: Random, people: ReturnType<typeof peopleOf>) => TraceLine[]

const dear = "BD"
const home = ["US", "CA", "GB", "HK"]
const many =
  "US GB DE FR ES IT NL BE CH AT PL CZ RO BG GR TR UA RU KZ IN PK BD LK ID MY PH VN TH JP KR AU NZ ZA NG KE GH SN EG MA DZ TN SA AE IL BR AR CL CO PE MX EC GT CR JM".split(
    " ",
  )

const makes: Record<string, Make> = {
  "ordinary-day": () => [],
  "one-script-one-ip": (random) =>
    flood({ attempts: 5000, ...attack, ip: () => "198.51.100.7", phone: anywhereIn(["US"], random), captcha: noToken }),
  "rotating-proxies": (random) =>
    flood({
      attempts: 10_000,
      ...attack,
      ip: proxies(5000, random),
      phone: anywhereIn(home, random),
      captcha: noToken,
    }),
  "captcha-farm": (random) =>
    flood({ attempts: 6000, ...attack, ip: proxies(2000, random), phone: inRows(dear), captcha: solved(random) }),
  "many-countries": (random) =>
    flood({
      attempts: 6000,
      ...attack,
      ip: proxies(3000, random),
      phone: anywhereIn(many, random),
      captcha: solved(random),
    }),
  "sms-bombing": (random, people) => bombing(random, people),
  gala: (random, people) => {
    const venue = addressOf(random)
    return Array.from({ length: 500 }, (_, guest) =>
      people.join(people.newPerson(venue), day.from + hours(19) + (minutes(20) * guest) / 500),
    ).flat()
  },
  launch: (_, people) => people.ordinary(newcomers * 20, day.from, day.to),
  "captcha-outage": () => [],
  "one-sim": (random) => oneSim(random, dear, day.from),
  "barred-numbers": (random) => barredNumbers(random, dear, attack),
}

/** One number is flooded by way of its owner's email and of many others, while its owner signs in. */
function bombing(random: Random, people: ReturnType<typeof peopleOf>): TraceLine[] {
  const victim = people.newPerson()
  const ip = proxies(500, random)
  const registers = flood({
    attempts: 3000,
    ...attack,
    ip,
    phone: () => ({ phone: victim.phone, country: victim.country }),
    captcha: solved(random),
  })
  const lines = registers.map(
    (line, index): TraceLine => (index % 3 === 0 ? { ...line, op: "check-email", email: victim.email } : line),
  )
  const visits = [4, 9, 14, 19].flatMap((hour) => people.comeBack(victim, day.from + hours(hour)))
  return [...people.join(victim, hours(3)), ...lines, ...visits]
}

/** A week of few messages, which no count of an hour or a day notices. */
function slowAndLow(random: Random, people: ReturnType<typeof peopleOf>): TraceLine[] {
  const week = { from: warmUp, to: warmUp + days(7) }
  const ip = proxies(400, random)
  const attempts = flood({ attempts: 12 * 24 * 7, ...week, ip, phone: inRows(dear), captcha: solved(random) })
  return [...people.ordinary(newcomers / 2, 0, week.to), ...attempts]
}

/** Whoever asks for messages to the dear country has a landline there; everybody else has a mobile. */
const lineOf = (e164: string) => (e164.startsWith("+880") ? "landline" : "mobile")

/** Google answers nobody for eight hours: tokens are missing from everybody. */
const duringOutage = (lines: readonly TraceLine[]): TraceLine[] =>
  lines.map((line) =>
    line.at >= day.from + hours(8) && line.at < day.from + hours(16) ? { ...line, captcha: null } : line,
  )

/** The names of the scenarios, in the order of their telling. */
export const scenarioNames = [...Object.keys(makes), "slow-and-low-week"]

/** The scenario of this name, the same for the same seed. */
export function scenario(name: string, seed = "latchkey"): Trace {
  const random = randomFrom(`${seed} ${name}`)
  const people = peopleOf(random)
  if (name === "slow-and-low-week") return { name, lines: inOrder(slowAndLow(random, people)) }
  const make = makes[name]
  if (!make) throw new Error(`there is no scenario ${name}; there are ${scenarioNames.join(", ")}`)
  const lines = [...people.ordinary(newcomers, 0, day.to), ...make(random, people)]
  const all = inOrder(name === "captcha-outage" ? duringOutage(lines) : lines)
  return name === "barred-numbers" ? { name, lines: all, lookUp: lineOf } : { name, lines: all }
}
