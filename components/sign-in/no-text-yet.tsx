import type { ReactNode } from "react"
import { TextNews } from "@/components/sign-in/text-news"
import type { TextStatus } from "@/lib/web/sign-in/text-words"

/** What helps, in words that know whom they are for. */
export type NoTextWords = {
  heading: string
  number: ReactNode
  phoneOn: string
  takesAMinute: string
  ask: string
  sendAgain: string
  later: ReactNode
}

/** For whoever waits for the text message: what became of it, and what helps. */
export function NoTextYet({ words, status }: { words: NoTextWords; status: TextStatus }) {
  return (
    <section className="no-text" aria-labelledby="no-text">
      <h2 id="no-text">{words.heading}</h2>
      <TextNews status={status} says={words} />
      <ul className="bullets">
        {words.number && <li>{words.number}</li>}
        <li>{words.phoneOn}</li>
        <li>{words.sendAgain}</li>
        <li>{words.later}</li>
      </ul>
    </section>
  )
}
