import type { ReactNode } from "react"
import type { Moment } from "@/lib/web/moments"
import type { Key, Say } from "@/lib/words/say"

/** An instant as people read it: how long ago, and when by their clock; in `place`, where that is known. */
export const When = ({ say, at: { at, clock, ago }, place }: { say: Say; at: Moment; place?: string | undefined }) => (
  <time dateTime={at}>
    {place ? say("account.whenIn", { ago, clock, place }) : say("account.when", { ago, clock })}
  </time>
)

/** A sentence with an instant in it, by the reader's clock. */
export const sayWhen = (say: Say, key: Key, { at, clock }: Moment, values: Record<string, string> = {}): ReactNode =>
  say.rich(key, { ...values, clock, when: (words) => <time dateTime={at}>{words}</time> })
