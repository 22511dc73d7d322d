import { SelectField } from "@/components/form/select-field"
import { TextField } from "@/components/form/text-field"
import type { ConsoleView } from "@/lib/web/console/view"
import type { FormProblem } from "@/lib/web/cookie"

type Props = Pick<ConsoleView, "whitelabels"> & { values: Record<string, string>; problems: FormProblem[] }

const typed = { autoComplete: "off", spellCheck: false } as const

/** What a theme is made of. */
export function ThemeFields({ whitelabels, values, problems }: Props) {
  const field = (name: string) => ({ name, problems, defaultValue: values[name], ...typed })
  return (
    <>
      <SelectField
        name="whitelabelId"
        label="Whitelabel"
        options={whitelabels.map(({ id, name }) => ({ value: String(id), text: name }))}
        problems={problems}
        defaultValue={values.whitelabelId}
      />
      <TextField {...field("name")} label="Name" hint="Above the pages, and in their titles." maxLength={40} />
      <TextField
        {...field("senderName")}
        label="Sender name"
        hint="What text messages call the sender: at most 11 letters, digits and spaces."
        maxLength={11}
      />
      <div className="pair">
        <TextField {...field("light")} label="Colour on light pages" hint="Like #0e5a4e." maxLength={7} />
        <TextField {...field("dark")} label="Colour on dark pages" hint="Like #84d6bf." maxLength={7} />
      </div>
      <TextField
        {...field("mark")}
        label="Mark (optional)"
        hint="An SVG path in a square of 32 by 32. Without one, the first letter of the name."
        maxLength={2000}
      />
      <TextField {...field("host")} label="Host (optional)" hint="Like sign-in.example.org." maxLength={253} />
      <div className="field">
        <label className="choice">
          <input
            type="checkbox"
            name="trustsDevices"
            defaultChecked={values.trustsDevices !== undefined}
            aria-describedby="trusts-devices-hint"
          />
          Offer &ldquo;Do not text me on this device for 30 days&rdquo;
        </label>
        <p className="hint" id="trusts-devices-hint">
          Whoever sits at a browser where somebody ticked that signs in with their email alone. Operators are always
          texted.
        </p>
      </div>
    </>
  )
}
