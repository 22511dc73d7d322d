import { SelectField } from "@/components/form/select-field"
import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import type { ListEntry } from "@/lib/web/console/view"
import { countryName, dayAndTimeOf } from "@/lib/web/console/words"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

type Props = { list: readonly ListEntry[]; values: Record<string, string>; problems: FormProblem[] }

/** Numbers that are blocked or allowed by hand. */
export function ListPanel({ list, values, problems }: Props) {
  return (
    <section className="panel" aria-labelledby="list">
      <h2 id="list">Blocked and allowed by hand</h2>
      <p className="hint">
        Blocked numbers get no message, known people included. Allowed ones pass the rules on numbers in a row and on
        how many verify; budgets, waits, caps, attack mode and the list of countries hold for them too. Of two entries
        the longer prefix stands.
      </p>
      <form method="post" action={formUrl("list-numbers")}>
        <TextField
          name="numbers"
          label="Country or prefix"
          hint="A country by its ISO code, like HK, or the beginning of numbers, like +1303555."
          problems={problems}
          defaultValue={values.numbers}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
        />
        <SelectField
          name="effect"
          label="What to do"
          options={[
            { value: "block", text: "Block" },
            { value: "allow", text: "Allow" },
          ]}
          problems={problems}
          defaultValue={values.effect}
        />
        <SubmitButton secondary>Put on the list</SubmitButton>
      </form>
      {list.length === 0 && <p className="empty">Nothing is blocked or allowed by hand.</p>}
      <ul className="records" aria-label="Blocked and allowed">
        {list.map(({ kind, value, effect, addedAt }) => (
          <li key={`${kind} ${value}`}>
            <div>
              <p className="record-name" id={`entry-${kind}-${value}`}>
                {effect === "block" ? "Blocked: " : "Allowed: "}
                {kind === "country" ? `${countryName(value)} (${value})` : `${value}…`}
              </p>
              <p className="hint">Since {dayAndTimeOf(addedAt)} UTC</p>
            </div>
            <form method="post" action={formUrl("unlist-numbers")}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="value" value={value} />
              <SubmitButton secondary describedBy={`entry-${kind}-${value}`}>
                Remove
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
