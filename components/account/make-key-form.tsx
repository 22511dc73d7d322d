"use client"
import { toNextStep } from "@/components/sign-in/leave"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import { useProblems } from "@/components/ui/with-problems"
import { apiKeyForm, scopeField } from "@/lib/web/account-schemas"

type Props = { permissions: readonly string[]; values: Record<string, string> }

const action = "/do/make-api-key"

/** A new key: its name, and what it may do. */
export function MakeKeyForm({ permissions, values }: Props) {
  const { problems, show } = useProblems()
  const form = usePostedForm({ action, schema: apiKeyForm, show, leave: toNextStep })
  const problem = problems.find(({ field }) => field === "scopes")?.message
  return (
    <form method="post" action={action} noValidate onSubmit={form.onSubmit}>
      <TextField
        {...form.register("name")}
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
      <SubmitButton secondary busy={form.busy ? "Creating…" : undefined}>
        Create a key
      </SubmitButton>
    </form>
  )
}
