import { pathToFileURL } from "node:url"
import { pinRules } from "@/lib/challenge/challenge"
import { guessPolicy, lift } from "@/lib/challenge/guess-policy"
import type { DrainingPolicy } from "@/lib/limits/draining-budgets"
import { days } from "@/lib/time"

/** An attacker of PINs, and how many accounts there are to attack. Addresses lie in as many /24s. */
export type Attacker = { accounts: number; addresses: number; dollarsADay: number; dollarsAText: number }

const year = days(365)

/** All the guesses that a budget lets through in so many years, if an attacker takes every one: the whole of it, and what drains. */
export const heardIn = (years: number, { capacity, drains }: Pick<DrainingPolicy, "capacity" | "drains">): number =>
  capacity + (years * year) / drains

/** The same for one account, whose owner lifts the budget as often as that can be done. */
export const heardAtAnAccount = (years: number, policy = guessPolicy): number =>
  heardIn(years, policy.account) + Math.floor((years * year) / lift.atMostEvery) * lift.leaves

/**
 * How many accounts an attacker takes over in so many years, as an expected value and an upper bound: whatever is scarcest
 * decides, the accounts' budgets, the networks', or the text messages that make a PIN to guess at. The realm's budget, which
 * narrows the networks', is left out, and so are all limits on texts but the money.
 */
export function takeovers(
  years: number,
  digits: number,
  { accounts, addresses, dollarsADay, dollarsAText }: Attacker,
  policy = guessPolicy,
): number {
  const triesAText = digits === 4 ? pinRules.goodcity.tries : pinRules.handbid.tries * 2
  const texts = (years * 365 * dollarsADay) / dollarsAText
  const heard = Math.min(
    accounts * heardAtAnAccount(years, policy),
    addresses * heardIn(years, policy.network),
    texts * triesAText,
  )
  return heard / 10 ** digits
}

/** What it costs an owner on a new device, while the attack lasts and after it: days until a guess of theirs is heard. */
export const ownersWait = (drains: number): number => drains / days(1)

/** The attacker that the model is held against: 100,000 accounts, $400 a day at the price of a text to Hong Kong. */
export const modelAttacker: Attacker = { accounts: 100_000, addresses: 1000, dollarsADay: 400, dollarsAText: 0.05 }

const round = (number: number) => Number(number.toPrecision(3))

/** Prints the tables of SECURITY.md. */
function print(): void {
  console.log("| addresses | takeovers in ten years, six digits | a year, four digits |\n| --- | --- | --- |")
  for (const addresses of [100, 1000, 10_000]) {
    const attacker = { ...modelAttacker, addresses }
    console.log(`| ${addresses} | ${round(takeovers(10, 6, attacker))} | ${round(takeovers(1, 4, attacker))} |`)
  }
  console.log("\n| one guess back in | guesses an account a year | a new device waits, at worst |\n| --- | --- | --- |")
  for (const count of [1, 2, 3, 5, 8]) {
    const policy = { ...guessPolicy, account: { ...guessPolicy.account, drains: days(count) } } as typeof guessPolicy
    console.log(`| ${count} days | ${round(heardAtAnAccount(1, policy))} | ${ownersWait(days(count))} days |`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) print()
