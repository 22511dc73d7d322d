import { days, hours, minutes } from "@/lib/time"
import { anywhereIn, bombing, flood, inRows, noToken, proxies, solved } from "./attacks"
import { freshNetworks, gala } from "./poison"
import * as rings from "./rings"
import { barredNumbers, oneSim } from "./schemes"
import type { Make, World } from "./world"

const dear = "BD"
const home = ["US", "CA", "GB", "HK"]
const many =
  "US GB DE FR ES IT NL BE CH AT PL CZ RO BG GR TR UA RU KZ IN PK BD LK ID MY PH VN TH JP KR AU NZ ZA NG KE GH SN EG MA DZ TN SA AE IL BR AR CL CO PE MX EC GT CR JM".split(
    " ",
  )

const attack = ({ day }: World) => ({ from: day.from + hours(2), to: day.from + hours(22) })

/** A ring over three days, half of its numbers at home. */
const ringOf =
  (share: number): Make =>
  ({ random, day }) => ({
    lines: rings.ring(random, {
      share,
      attempts: 4500,
      from: day.from,
      to: day.from + days(3),
      phone: anywhereIn(["HK", "GB", dear, "LK"], random),
    }),
    days: 3,
    ordinary: 60,
  })

/** Accounts that are known before the day begins. */
const owned = ({ random }: World, count: number, of?: readonly string[]) =>
  rings.ownAccounts(random, count, { from: hours(4), to: hours(40), ...(of && { of }) })

const dayLong =
  (times: number, verifies?: number, of?: readonly string[]): Make =>
  (world) => {
    const accounts = owned(world, 100, of)
    const { from } = world.day
    const lines = [0, 1, 2].flatMap((day) =>
      rings.askAllDay(world.random, accounts, {
        times,
        ...(verifies && { verifies }),
        from: from + days(day) + hours(1),
        to: from + days(day + 1),
      }),
    )
    return { lines: [...accounts, ...lines], days: 3, ordinary: 60 }
  }

/** Those who want money: they are paid a share of what each text costs us. */
export const attackers: Record<string, Make> = {
  "one-script-one-ip": (world) => ({
    lines: flood({
      attempts: 5000,
      ...attack(world),
      ip: () => "198.51.100.7",
      phone: anywhereIn(["US"], world.random),
      captcha: noToken,
    }),
  }),
  "rotating-proxies": (world) => ({
    lines: flood({
      attempts: 10_000,
      ...attack(world),
      ip: proxies(5000, world.random),
      phone: anywhereIn(home, world.random),
      captcha: noToken,
    }),
  }),
  "captcha-farm": (world) => ({
    lines: flood({
      attempts: 6000,
      ...attack(world),
      ip: proxies(2000, world.random),
      phone: inRows(dear),
      captcha: solved(world.random),
    }),
  }),
  "slow-and-low-week": ({ random, day }) => ({
    lines: flood({
      attempts: 12 * 24 * 7,
      from: day.from,
      to: day.from + days(7),
      ip: proxies(400, random),
      phone: inRows(dear),
      captcha: solved(random),
    }),
    days: 7,
    ordinary: 75,
  }),
  "many-countries": (world) => ({ lines: freshNetworks(world.random, many, 6000, attack(world)) }),
  "fresh-us": (world) => ({
    lines: freshNetworks(world.random, ["US"], 12_000, { ...attack(world), to: world.day.from + hours(8) }),
  }),
  "fresh-hk": (world) => ({ lines: freshNetworks(world.random, ["HK"], 3000, attack(world)) }),
  "fresh-home": (world) => ({ lines: freshNetworks(world.random, home, 6000, attack(world)) }),
  "sms-bombing": (world) => ({ lines: bombing(world) }),
  "one-sim": ({ random, day }) => ({ lines: oneSim(random, dear, day.from) }),
  "barred-numbers": (world) => ({
    lines: barredNumbers(world.random, dear, attack(world)),
    lookUp: (e164) => (e164.startsWith("+880") ? "landline" : "mobile"),
  }),
  "ten-for-one": ({ random, day }) => ({
    lines: rings.tenForOne(random, 200, { from: day.from, to: day.from + hours(2) }),
  }),
  "few-numbers": (world) => ({ lines: rings.fewNumbers(world.random, 300, attack(world)) }),
  "ring-10": ringOf(0.1),
  "ring-30": ringOf(0.3),
  "ring-60": ringOf(0.6),
  "ring-all-rows": ({ random, day }) => ({
    lines: rings.ring(random, {
      share: 1,
      attempts: 4500,
      from: day.from,
      to: day.from + days(3),
      phone: inRows("HK"),
    }),
    days: 3,
    ordinary: 60,
  }),
  "owned-accounts": dayLong(15),
  "owned-verifying": dayLong(10, 2),
  "owned-dear": dayLong(15, 2, [dear, "LK", "PK"]),
  "owned-at-gala": (world) => {
    const accounts = owned(world, 120)
    const event = world.day.from + hours(19)
    const asked = rings.askAllDay(world.random, accounts, {
      times: 15,
      from: event - minutes(30),
      to: event + minutes(60),
    })
    return { lines: [...accounts, ...asked, ...gala(world.random, world.people, event)] }
  },
  "slow-ramp": ({ random, day }) => ({ lines: rings.slowRamp(random, day.from), days: 14, ordinary: 40 }),
  midnight: ({ random, day }) => ({
    lines: [1, 2].flatMap((at) =>
      rings.ring(random, {
        share: 0.6,
        attempts: 3000,
        from: day.from + days(at) - hours(1),
        to: day.from + days(at) + hours(1),
        phone: anywhereIn(["HK", "GB", dear], random),
      }),
    ),
    days: 3,
    ordinary: 60,
  }),
}
