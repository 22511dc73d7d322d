import { sayWhen } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { PhoneAlert as Alert } from "@/lib/web/account/phone-alert"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

/** Tells an account's other browsers of a change of phone, with one press to stop it. It needs no scripts. */
export function PhoneAlert({ say, alert }: { say: Say; alert: Alert | undefined }) {
  if (!alert) return null
  const { ending, askedAt, device, effectiveAt } = alert
  return (
    <section className="warning phone-alert" aria-labelledby="phone-alert">
      <h2 id="phone-alert">{say("phoneAlert.heading")}</h2>
      <p>
        {device
          ? sayWhen(say, "phoneAlert.asked", askedAt, { ending, device })
          : sayWhen(say, "phoneAlert.askedAndLeft", askedAt, { ending })}{" "}
        {effectiveAt ? sayWhen(say, "phoneAlert.waits", effectiveAt) : say("phoneAlert.notYet")}
      </p>
      <p>{say("phoneAlert.wasItYou")}</p>
      <form method="post" action={formUrl("stop-phone-change")}>
        <SubmitButton secondary>{say("phoneAlert.stop")}</SubmitButton>
      </form>
    </section>
  )
}
