import { SelectField } from "@/components/form/select-field"
import { TextField } from "@/components/form/text-field"
import type { PolicyView } from "@/lib/web/console/policy-view"

const spans = [
  { value: "day", text: "The last 24 hours" },
  { value: "week", text: "The last 7 days" },
]

/** Why, and on how much of the past. Three forms of the page ask for it, each by its own name. */
export function PolicyTry({
  view: { problems, fields },
  kind,
}: {
  view: PolicyView
  kind: "values" | "crowd" | "country"
}) {
  return (
    <div className="policy-group">
      <TextField
        name={`${kind}.why`}
        label="Why"
        hint="For the history: 3 to 200 characters."
        problems={problems}
        defaultValue={fields[`${kind}.why`]}
        maxLength={200}
        autoComplete="off"
      />
      <SelectField
        name={`${kind}.span`}
        label="Try it on"
        options={spans}
        problems={[]}
        defaultValue={fields[`${kind}.span`]}
      />
    </div>
  )
}
