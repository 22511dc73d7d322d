import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import type { SeatView } from "@/lib/web/console/seats"
import { dayAndTimeOf } from "@/lib/web/console/words"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

type Props = { operators: SeatView[]; values: Record<string, string>; problems: FormProblem[] }

/** Who operates the console, and whose change of phone needs an operator. */
export function PeoplePanel({ operators, values, problems }: Props) {
  return (
    <section className="panel" aria-labelledby="people">
      <h2 id="people">People</h2>
      <h3>Operators</h3>
      <p className="hint">
        Each phone of <code>OPERATOR_PHONES</code> makes one account an operator: the first that signed in with it.
        Ending their access lets the next one in.
      </p>
      <ul className="records" aria-label="Operators" id="sure" tabIndex={-1}>
        {operators.map((seat) => (
          <Seat key={`${seat.accountId} ${seat.ending}`} seat={seat} problems={problems} />
        ))}
      </ul>
      <h3>A change of phone that could not tell the old one</h3>
      <p className="hint">
        The old number takes no message, so nothing waits. Make sure of who asks by other means than their account, then
        let the 72 hours begin.
      </p>
      <form method="post" action={formUrl("release-phone-change")}>
        <TextField
          name="reference"
          label="Reference"
          hint="8 characters, which their account page shows."
          problems={problems}
          defaultValue={values.reference}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
        />
        <Sure name="checked" problems={problems}>
          I made sure that they are who they say
        </Sure>
        <SubmitButton secondary>Let the change go on</SubmitButton>
      </form>
    </section>
  )
}

function Seat({
  seat: { accountId, ending, takenAt, isMe, isListed },
  problems,
}: { seat: SeatView } & Pick<Props, "problems">) {
  const id = `operator-${accountId}-${ending}`
  return (
    <li>
      <div>
        <p className="record-name" id={id}>
          Phone ending in {ending}
          {isMe && <span className="badge">You</span>}
        </p>
        <p className="hint">
          Since {dayAndTimeOf(takenAt)} UTC{!isListed && ". The settings name this phone no more: it opens nothing"}
        </p>
      </div>
      {!isMe && (
        <form method="post" action={formUrl("release-operator")}>
          <input type="hidden" name="id" value={accountId} />
          <Sure name="sure" problems={problems}>
            They are to be an operator no more
          </Sure>
          <SubmitButton secondary describedBy={id}>
            End their access
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

/** A box that must be ticked: what is done here cannot be taken back by whom it is about. */
function Sure({ name, problems, children }: { name: string; problems: FormProblem[]; children: string }) {
  const problem = problems.find(({ field }) => field === name)?.message
  return (
    <>
      {problem && (
        <p className="problem">
          <span className="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <label className="choice">
        <input type="checkbox" name={name} {...(name === "checked" && { id: name })} />
        {children}
      </label>
    </>
  )
}
