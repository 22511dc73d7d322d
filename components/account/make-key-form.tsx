"use client"
import { toNextStep } from "@/components/form/leave"
import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import { usePostedForm } from "@/components/form/use-posted-form"
import { usePageProblems } from "@/components/form/with-problems"
import { useWords } from "@/components/ui/page-words"
import { scopeField } from "@/lib/web/account/scope-field"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

type Props = { words: Texts<"keys">; permissions: readonly string[]; values: Record<string, string> }

const action = formUrl("make-api-key")
const load = () => import("@/components/account/checks").then(({ apiKeyChecks }) => apiKeyChecks)

/** A new key: its name, and what it may do. */
export function MakeKeyForm({ words, permissions, values }: Props) {
  const problems = usePageProblems()
  const { form: says } = useWords()
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep })
  const problem = problems.list.find(({ field }) => field === "scopes")?.message
  return (
    <form {...form}>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        problems={problems.list}
        defaultValue={values.name}
        autoComplete="off"
      />
      <fieldset id="scopes" tabIndex={-1} aria-describedby={problem && "scopes-problem"}>
        <legend>{words.allowed}</legend>
        {problem && (
          <p className="problem" id="scopes-problem">
            <span className="visually-hidden">{says.error}</span>
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
      <SubmitButton secondary busy={busy ? words.creating : undefined}>
        {words.create}
      </SubmitButton>
    </form>
  )
}
