import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import { scopeField } from "@/lib/web/account-schemas"
import type { FormProblem } from "@/lib/web/cookie"

type Props = { permissions: readonly string[]; values: Record<string, string>; problems: FormProblem[] }

/** A new key: its name, and what it may do. */
export function MakeKeyForm({ permissions, values, problems }: Props) {
  const problem = problems.find(({ field }) => field === "scopes")?.message
  return (
    <form method="post" action="/do/make-api-key">
      <TextField
        name="name"
        label="Name of the key"
        hint="So that you know later which program has it."
        problems={problems}
        defaultValue={values.name}
        autoComplete="off"
      />
      <fieldset id="scopes" tabIndex={-1} aria-describedby={problem && "scopes-problem"}>
        <legend>What it may do</legend>
        {problem && (
          <p className="problem" id="scopes-problem">
            <span className="visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        {permissions.map((scope) => (
          <label className="choice" key={scope}>
            <input type="checkbox" name={scopeField(scope)} defaultChecked={scopeField(scope) in values} />
            {scope}
          </label>
        ))}
      </fieldset>
      <SubmitButton secondary>Create a key</SubmitButton>
    </form>
  )
}
