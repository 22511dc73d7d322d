import { createHash } from "node:crypto"
import { parsePhone } from "@/lib/account/phone-number"
import type { Opinions } from "@/lib/firewall/opinions/opinion"
import type { Trace } from "./trace"

/** How many of the bots' numbers, and of people's, an outside service thinks badly of. */
export type Named = { bots: number; people: number }

/** An outside service that thinks badly of these shares of a trace's numbers, the same ones each time. `asked` is how often it was paid. */
export function thoughtOf({ lines }: Trace, { bots, people }: Named): Opinions & { asked(): number } {
  const ofBots = new Set(
    lines.flatMap(({ label, phone, country }) => (label === "bot" ? [parsePhone(phone, country)?.e164] : [])),
  )
  const known = new Map<string, number>()
  let asked = 0
  const opinion = (score: number) => ({ source: "twilio", score }) as const
  return {
    asked: () => asked,
    async recall(e164) {
      const score = known.get(e164)
      return score === undefined ? { isAskable: true } : { opinion: opinion(score), isAskable: false }
    },
    async ask(e164) {
      asked += 1
      const drawn = createHash("sha256").update(e164).digest().readUInt32BE() / 2 ** 32
      const score = drawn < (ofBots.has(e164) ? bots : people) ? 0.9 : 0.1
      known.set(e164, score)
      return { opinion: opinion(score), asked: true }
    },
  }
}
