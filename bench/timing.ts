// Does the time of an answer tell who has an account? Alternating calls from distinct people and addresses, limits on, the
// message leaving after the answer as it does on a server. `npm run bench:timing -- send_pin 2000`

import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { argon2 } from "@/lib/outside/argon2"
import { newId } from "@/lib/outside/chance"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { inboxSms } from "@/lib/outside/inbox-sms"
import { inbox } from "@/lib/store/inbox"
import { testAuth } from "@/lib/testing/test-auth"
import { closeTestDatabase, testDatabase } from "@/lib/testing/test-database"
import { days } from "@/lib/time"
import { compare } from "./compare"
import { subjects } from "./subjects"

const [name = "send_pin", calls = "2000"] = process.argv.slice(2)
const subject = subjects[name]
if (!subject) throw new Error(`name one of ${Object.keys(subjects).join(", ")}`)
const pairs = Math.ceil(Number(calls) / 2)
const warmUp = 100

// What a password costs belongs to what is timed.
const passwords = { ...argon2(), isCommon: isCommonPassword }
const making = await testAuth({ passwords })
for (let number = 0; number < pairs + warmUp; number++) await subject.join(making, number)

const plenty = { hour: dollars(10_000), day: dollars(10_000) }
const messages = inbox(await testDatabase({ empty: false }), newId)
const tasks: (() => Promise<unknown>)[] = []
const auth = await testAuth({
  sameData: true,
  passwords,
  // Two thousand messages at once would use up the hour's budget.
  firewall: { policy: { ...firewallPolicy, budgets: { all: plenty, country: plenty, whitelabel: plenty } } },
  startAt: new Date(making.now().getTime() + days(1)),
  sms: inboxSms(messages.keep, making.now),
  later: (task) => void tasks.push(task),
})

/** Milliseconds until the answer is there. What comes after the answer is begun at once and not waited for. */
async function time(number: number, known: boolean): Promise<number> {
  const begun = process.hrtime.bigint()
  const { status, text } = await (subject as NonNullable<typeof subject>).call(auth, number)
  const taken = Number(process.hrtime.bigint() - begun) / 1e6
  if (status !== subject?.status(known)) throw new Error(`${status}: ${text}`)
  for (const task of tasks.splice(0)) void task()
  return taken
}

const known: number[] = []
const unknown: number[] = []
for (let number = 0; number < pairs + warmUp; number++) {
  known.push(await time(number, true))
  unknown.push(await time(number + 500_000, false))
}

const { medians, means, mannWhitney, welch } = compare(known.slice(warmUp), unknown.slice(warmUp))
const ms = ([one, other]: [number, number]) => `known ${one.toFixed(3)} ms, unknown ${other.toFixed(3)} ms`
console.log(`${name}: ${2 * pairs} alternating calls, after ${2 * warmUp} to warm up`)
console.log(`  medians  ${ms(medians)}\n  means    ${ms(means)}`)
console.log(`  Mann-Whitney U p = ${mannWhitney.toFixed(3)}, Welch's t p = ${welch.toFixed(3)}`)
console.log(Math.min(mannWhitney, welch) < 0.01 ? "  They can be told apart." : "  They cannot be told apart (at 1 %).")
await closeTestDatabase()
