import { sayWhen } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { AccountView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Moment } from "@/lib/web/moments"
import type { Say } from "@/lib/words/say"

type Props = Pick<AccountView, "phoneEnding" | "phoneChange"> & {
  say: Say
  /** Another session asked for the change, and the page says so and how to stop it already. */
  isToldAbove: boolean
}

/** The way to another phone number; or the one that is coming, and how to stop it. */
export function PhoneNotice({ say, phoneEnding, phoneChange: change, isToldAbove }: Props) {
  if (change?.effectiveAt && isToldAbove) return null
  if (change?.effectiveAt) return <ComingPhone say={say} ending={change.ending} at={change.effectiveAt} />
  if (!phoneEnding) return null
  return (
    <>
      {change?.reference && <p>{say("changePhone.waitsNoMore")}</p>}
      <p>
        <a className="way" href="/account/phone">
          {say(change ? "changePhone.goOn" : "changePhone.title")}
        </a>
      </p>
    </>
  )
}

/** A change that waits, since the old phone did not confirm it. */
export function ComingPhone({ say, ending, at }: { say: Say; ending: string; at: Moment }) {
  return (
    <section className="warning" aria-labelledby="coming-phone">
      <h2 id="coming-phone">{say("changePhone.comingHeading")}</h2>
      <p>{sayWhen(say, "changePhone.coming", at, { ending })}</p>
      <form method="post" action={formUrl("cancel-phone-change")}>
        <SubmitButton secondary>{say("changePhone.cancel")}</SubmitButton>
      </form>
    </section>
  )
}
