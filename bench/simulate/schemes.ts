import { hours, minutes, seconds } from "@/lib/time"
import { anywhereIn, flood, proxies, solved } from "./attacks"
import { numberOf } from "./numbers"
import { addressOf } from "./people"
import type { Random } from "./random"
import type { TraceLine } from "./trace"

/** One phone verifies under ten emails, so that its country counts as one where people live. Then comes the flood. */
export function oneSim(random: Random, country: string, from: number): TraceLine[] {
  const phone = numberOf(country, random)
  const visits = Array.from({ length: 10 }, (_, index): TraceLine[] => {
    const at = from + minutes(90) * index
    const about = { ip: addressOf(random), email: `sim${index}@mail.example`, phone, country, label: "bot" as const }
    return [
      { ...about, at, op: "register", captcha: 0.9 },
      { ...about, at: at + seconds(40), op: "verify", captcha: null, pin: "right" },
    ]
  })
  const cashIn = { from: from + hours(16), to: from + hours(23), captcha: solved(random) }
  const phones = anywhereIn([country], random)
  return [...visits.flat(), ...flood({ attempts: 750, ...cashIn, ip: proxies(750, random), phone: phones })]
}

/** Numbers that can get no text, each of which it costs money to find out. */
export const barredNumbers = (random: Random, country: string, when: { from: number; to: number }): TraceLine[] =>
  flood({
    attempts: 3000,
    ...when,
    ip: proxies(1500, random),
    phone: anywhereIn([country], random),
    captcha: solved(random),
  })
