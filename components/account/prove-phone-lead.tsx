import type { ReactNode } from "react"
import type { PhoneChangeView } from "@/lib/web/account/view"
import type { Key, Say } from "@/lib/words/say"

type Props = {
  say: Say
  change: PhoneChangeView
  /** The last two digits of the phone that is to be replaced. */
  oldEnding: string
}

/** Where the PINs of a change of phone went, for the step at hand. */
export function ProvePhoneLead({ say, change, oldEnding }: Props) {
  if (!change.isNewProved)
    return (
      <>
        <p className="lead">{strongly(say, "provePhone.sentToNew", { ending: change.ending })}</p>
        {!change.isOldSent && <p>{strongly(say, "provePhone.oldUnsent", { ending: oldEnding })}</p>}
      </>
    )
  if (change.reference) return <Untold say={say} reference={change.reference} ending={oldEnding} />
  const sent = change.isOldSent ? "provePhone.sentToOld" : "provePhone.yetToOld"
  return <p className="lead">{strongly(say, sent, { ending: oldEnding })}</p>
}

/** The old phone was not told, so nothing waits: what is left. */
const Untold = ({ say, reference, ending }: { say: Say; reference: string; ending: string }) => (
  <section className="warning" aria-labelledby="untold">
    <h2 id="untold">{say("provePhone.untoldHeading")}</h2>
    <p>{say("provePhone.untold", { ending })}</p>
    <p>{strongly(say, "provePhone.waysOn", { reference })}</p>
  </section>
)

const strongly = (say: Say, key: Key, values: Record<string, string>): ReactNode =>
  say.rich(key, { ...values, b: (words) => <strong>{words}</strong> })
