import { attackers } from "./attackers"
import { carriers } from "./carriers"
import { deniers } from "./deniers"
import { humans } from "./humans"
import { otherWays, textsLost } from "./other-ways"
import { ordinaryDay, peopleOf } from "./people"
import { randomFrom } from "./random"
import { inOrder, type Trace } from "./trace"
import { captchaOutageWork, workers } from "./workers"
import type { Make } from "./world"

// Every scenario begins with two ordinary days, so that there are people who are known and a past to compare with; what it is
// about begins on the third day, among ordinary traffic, and only what happens from then on is measured.
const { newcomers, warmUp, length } = ordinaryDay
const day = { from: warmUp, to: warmUp + length }

const crowds: Record<string, Make> = { ...humans, "captcha-outage-work": captchaOutageWork, "texts-lost": textsLost }
const makes: Record<string, Make> = { ...crowds, ...attackers, ...workers, ...deniers, ...carriers, ...otherWays }

/** The names of the scenarios, in the order of their telling: crowds, those who want money, those who want people out, other channels. */
export const scenarioNames = Object.keys(makes)

/** The scenario of this name, the same for the same seed. */
export function scenario(name: string, seed = "latchkey"): Trace {
  const random = randomFrom(`${seed} ${name}`)
  const people = peopleOf(random)
  const make = makes[name]
  if (!make) throw new Error(`there is no scenario ${name}; there are ${scenarioNames.join(", ")}`)
  const { lines, days = 1, ordinary = newcomers, change, ...about } = make({ random, people, day })
  const all = inOrder([...people.ordinary(ordinary, 0, warmUp + days * length), ...lines])
  return { name, from: warmUp, lines: change ? change(all) : all, ...about }
}
