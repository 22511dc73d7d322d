import { textNewsOf } from "@/lib/delivery/text-news"
import type { Core } from "@/lib/sign-in/core"
import { seconds } from "@/lib/time"
import type { Step } from "@/lib/web/cookie"
import type { Say } from "@/lib/words/say"

/**
 * What the page of the PIN says of the text: nothing while most texts are still on their way. `askIn` is in how many seconds there is
 * more to hear; undefined where there never is.
 */
export type TextStatus = { words?: string; askIn?: number }

/** Before that no one worries. */
const worryAfter = seconds(20)
/** How often a page that stays open asks again, in seconds. */
const askAgain = 20

/** What became of the text that this browser asked for. A text that others asked for is not told of. */
export async function textStatusOf(step: Step | undefined, { now, firewall }: Core, say: Say): Promise<TextStatus> {
  if (step?.at !== "pin" || !step.text) return {}
  const { phoneEnding, text } = step
  const left = text.at + worryAfter - now().getTime()
  if (left > 0) return { askIn: Math.ceil(left / 1000) }
  const news = await textNewsOf(text.id, firewall.ledger)
  return news ? { words: say(`noText.${news}`, { ending: phoneEnding }), askIn: askAgain } : {}
}
