import { days, hours, minutes, seconds } from "@/lib/time"
import { anywhereIn, flood, proxies, solved } from "./attacks"
import { numberOf } from "./numbers"
import { addressOf } from "./people"
import type { Random } from "./random"
import type { TraceLine } from "./trace"

/** What bots type is right: they can read the messages to these numbers. */
export const typesPin = ({ at, ...about }: TraceLine, after = seconds(40)): TraceLine => ({
  ...about,
  at: at + after,
  op: "verify",
  captcha: null,
  pin: "right",
})

type When = { from: number; to: number }
type Phones = (index: number) => { phone: string; country: string }

/** Registrations of which a share is verified: some of the numbers are the ring's own. */
export function ring(
  random: Random,
  { share, attempts, phone, ...when }: When & { share: number; attempts: number; phone: Phones },
): TraceLine[] {
  const asked = flood({ attempts, ...when, ip: proxies(2000, random), phone, captcha: solved(random) })
  return asked.flatMap((line) => (random.chance(share) ? [line, typesPin(line)] : [line]))
}

/** Somebody's own accounts, each with a phone that they can read, made on one day. */
export function ownAccounts(
  random: Random,
  count: number,
  { of = ["HK", "GB", "US"], ...when }: When & { of?: readonly string[] },
): TraceLine[] {
  const made = flood({
    attempts: count,
    ...when,
    ip: proxies(count, random),
    phone: (index) => anywhereIn(of, random)(index),
    captcha: solved(random),
  })
  return made.flatMap((line) => [line, typesPin(line)])
}

/** These accounts ask for texts all day, in turn on their own device and from anywhere, and verify every so many of them. */
export function askAllDay(
  random: Random,
  accounts: readonly TraceLine[],
  { times, verifies, ...when }: When & { times: number; verifies?: number },
): TraceLine[] {
  const anywhere = proxies(500, random)
  const owners = accounts.filter(({ op }) => op === "register")
  return owners.flatMap((owner, index) =>
    Array.from({ length: times }, (_, turn): TraceLine[] => {
      const at = Math.round(when.from + ((when.to - when.from) * (turn + index / owners.length)) / times)
      const isHome = turn % 2 === 0
      const place = { ip: isHome ? owner.ip : anywhere(index * times + turn), device: isHome }
      const asked: TraceLine = { ...owner, at, op: "check-email", captcha: 0.9, ...place }
      return verifies && turn % verifies === 0 ? [asked, typesPin(asked)] : [asked]
    }).flat(),
  )
}

/** Ten texts for each PIN: nine are asked for again before the last is typed. */
export function tenForOne(random: Random, count: number, when: When): TraceLine[] {
  return Array.from({ length: count }, (_, index): TraceLine[] => {
    const from = when.from + ((when.to - when.from) * index) / count
    const about = {
      ip: addressOf(random),
      email: `ten${index}@mail.example`,
      phone: numberOf("HK", random),
      country: "HK",
    }
    const line = (turn: number): TraceLine => ({
      ...about,
      at: Math.round(from + hours(2.2) * turn),
      op: turn === 0 ? "register" : "resend",
      captcha: 0.9,
      label: "bot",
    })
    const all = Array.from({ length: 10 }, (_, turn) => line(turn))
    return [...all, typesPin(all[9] as TraceLine)]
  }).flat()
}

/** Few numbers, each of which gets ten texts a day under other emails. */
export function fewNumbers(random: Random, count: number, when: When): TraceLine[] {
  const numbers = Array.from({ length: count }, () => ({ phone: numberOf("HK", random), country: "HK" }))
  return flood({
    attempts: count * 10,
    ...when,
    ip: proxies(count * 5, random),
    phone: (index) => numbers[index % count] as { phone: string; country: string },
    captcha: solved(random),
  })
}

/** A little more every day, at home, from networks that nobody saw before. */
export function slowRamp(random: Random, from: number): TraceLine[] {
  const ip = proxies(4000, random)
  return Array.from({ length: 14 }, (_, day) =>
    flood({
      attempts: Math.round(60 * 1.2 ** day),
      from: from + days(day) + minutes(day),
      to: from + days(day + 1),
      ip: (index) => ip(index + day * 300),
      phone: anywhereIn(["US", "GB", "HK", "CA"], random),
      captcha: solved(random),
    }),
  ).flat()
}
