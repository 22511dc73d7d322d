import { paysTermination } from "@/lib/delivery/channel"
import { asOf, unknownScope } from "@/lib/firewall/books/exposure"
import type { Case, No, Rule } from "@/lib/firewall/rule"
import { isClean } from "@/lib/firewall/rules/clean"
import { isHome } from "@/lib/firewall/rules/home"
import { refuseScope } from "@/lib/firewall/rules/refuse-scope"
import { passesSteadily } from "@/lib/firewall/rules/steady"
import { after } from "@/lib/time"

/**
 * While we are under attack: a good captcha token is compulsory for new numbers (1), then only home countries pass (2), then
 * only known people (3). Level 1 follows a breaker on newcomers without a token, whose probes find out when it is over; from home
 * countries and clean networks a few pass all the time, since some of them have no way to bring a token. Where
 * Google does not answer us no caller can bring a token: then clean surroundings do instead. Where there is no captcha none is
 * asked for.
 */
export const attackMode: Rule = {
  name: "attack-mode",
  of: "firewall",
  judge(about) {
    const { message, books } = about
    const { level, pinned } = books.mode
    if (!message.asNewcomer) return undefined
    if (level === 3) return closedTo("known people", about)
    if (level === 2 && paysTermination(message.channel) && !isHome(about)) return closedTo("home countries", about)
    if (message.lane === "trusted" || message.captcha === "off") return undefined
    if (message.captcha === "unreachable" && isClean(about)) return undefined
    if (pinned && level === 0) return undefined
    const isCompulsory = level === 2 || (level === 1 && pinned)
    const no = isCompulsory
      ? undefined
      : refuseScope(about, ["strict-lane"], () => isPastFirstPause(about) && passesSteadily(about))
    if (!no && !isCompulsory) return undefined
    return {
      verdict: "ask",
      refusal: { kind: "captcha-failed" },
      why: { level, passes: "good captcha tokens", captcha: message.captcha, ...no?.why },
      ...(no?.trips && { trips: no.trips }),
    }
  },
}

/** Who brings no token waits out the first pause of its breaker in any case; after it they pass at a steady rate at home. */
function isPastFirstPause({ scopes, books, policy, now }: Case): boolean {
  const lane = scopes.find(({ name }) => name === "strict-lane")
  const { trippedAt } = asOf((lane && books.exposure(lane.key)) ?? unknownScope(now), policy.strictLane, now)
  return trippedAt !== null && after(trippedAt, policy.strictLane.cool) <= now
}

function closedTo(passes: string, { books, message, policy, now }: Case): No {
  const { stay } = policy.modes
  const quota = { name: "attack-mode", points: 1, window: stay } as const
  return {
    verdict: "refuse",
    refusal: { kind: "limited", retryAt: after(now, stay), quota },
    why: { level: books.mode.level, passes, country: message.country ?? "" },
  }
}
