import { WhenByClock } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { PhoneChangeView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Moment } from "@/lib/web/moments"

type Props = { phoneEnding: string | undefined; change: PhoneChangeView | undefined }

/** The way to another phone number; or the one that is coming, and how to stop it. */
export function PhoneNotice({ phoneEnding, change }: Props) {
  if (change?.effectiveAt) return <ComingPhone ending={change.ending} at={change.effectiveAt} />
  if (!phoneEnding) return null
  return (
    <>
      {change?.reference && (
        <p>The change of your phone number waits no more: the old number did not get our message about it.</p>
      )}
      <p>
        <a className="way" href="/account/phone">
          {change ? "Go on changing your phone number" : "Change your phone number"}
        </a>
      </p>
    </>
  )
}

/** A change that waits, since the old phone did not confirm it. */
export function ComingPhone({ ending, at }: { ending: string; at: Moment }) {
  return (
    <section className="warning" aria-labelledby="coming-phone">
      <h2 id="coming-phone">Your phone number is about to change</h2>
      <p>
        From <WhenByClock at={at} /> on, your PINs go to the number ending in {ending}, and you are signed out
        everywhere but where it was asked for. If that was not you, cancel it and sign out everywhere.
      </p>
      <form method="post" action={formUrl("cancel-phone-change")}>
        <SubmitButton secondary>Cancel the change</SubmitButton>
      </form>
    </section>
  )
}
