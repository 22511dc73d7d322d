import type { Event } from "@/lib/account/event"
import type { Say } from "@/lib/words/say"

/** An event in the owner's language, and how often it happened where that was more than once. */
export function wordsForEvent({ kind, reason = "", count = 1 }: Event, say: Say): string {
  const isKnownRefusal = reason === "wrong-pin" || reason === "wrong-password"
  const what = kind === "refused" && isKnownRefusal ? say(`events.${reason}`) : say(`events.${kind}`, { reason })
  return count > 1 ? say("events.times", { what, count }) : what
}
