import { type TextNews, textNewsOf } from "@/lib/delivery/text-news"
import type { Core } from "@/lib/sign-in/core"
import { seconds } from "@/lib/time"
import type { Step } from "@/lib/web/cookie"

/**
 * What the page of the PIN says of the text: nothing while most texts are still on their way. `askIn` is in how many seconds there is
 * more to hear; undefined where there never is.
 */
export type TextStatus = { words?: string; askIn?: number }

/** Before that nobody worries. */
const worryAfter = seconds(20)
/** How often a page that stays open asks again, in seconds. */
const askAgain = 20

const sentences: Readonly<Record<TextNews, (ending: string) => string>> = {
  left: () => "We sent your text message. The phone network can take a few minutes to deliver it.",
  delivered: () =>
    "The phone network says that it delivered the text message. Check your blocked and filtered messages, too.",
  undelivered: (ending) => `The phone network could not deliver the text message to the number ending in ${ending}.`,
  "not-taken": (ending) => `The number ending in ${ending} cannot get text messages from us.`,
}

/** What became of the text that this browser asked for. Nobody hears of a text that others asked for. */
export async function textStatusOf(step: Step | undefined, { now, firewall }: Core): Promise<TextStatus> {
  if (step?.at !== "pin" || !step.text) return {}
  const { phoneEnding, text } = step
  const left = text.at + worryAfter - now().getTime()
  if (left > 0) return { askIn: Math.ceil(left / 1000) }
  const news = await textNewsOf(text.id, firewall.ledger)
  return news ? { words: sentences[news](phoneEnding), askIn: askAgain } : {}
}
