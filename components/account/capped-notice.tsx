import { sayWhen } from "@/components/account/when"
import type { Moment } from "@/lib/web/moments"
import type { Say } from "@/lib/words/say"

/** Tells the owner that one PIN after another was tried. */
export const CappedNotice = ({ say, cappedAt }: { say: Say; cappedAt: Moment }) => (
  <section className="warning" aria-labelledby="capped">
    <h2 id="capped">{say("account.cappedHeading")}</h2>
    <p>{sayWhen(say, "account.capped", cappedAt)}</p>
  </section>
)
