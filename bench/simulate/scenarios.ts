import { attackers } from "./attackers"
import { deniers } from "./deniers"
import { humans } from "./humans"
import { ordinaryDay, peopleOf } from "./people"
import { randomFrom } from "./random"
import { inOrder, type Trace } from "./trace"
import type { Make } from "./world"

// Every scenario begins with two ordinary days, so that there are people who are known and a past to compare with; what it is
// about begins on the third day, among ordinary traffic, and only what happens from then on is measured.
const { newcomers, warmUp, length } = ordinaryDay
const day = { from: warmUp, to: warmUp + length }

const makes: Record<string, Make> = { ...humans, ...attackers, ...deniers }

/** The names of the scenarios, in the order of their telling: crowds, attackers who want money, and those who want people out. */
export const scenarioNames = Object.keys(makes)

/** Those of one kind. */
export const kinds = { humans, attackers, deniers } as const

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
