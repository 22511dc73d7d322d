import type { ReactNode } from "react"
import type { FormProblem } from "@/lib/web/cookie"

type About = { name: string; label: string; hint?: string | undefined; problems: FormProblem[] }
type Aria = { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }

/** A label, a hint and a problem around an input, tied to it. The input's id is its name, so that summaries can link to it. */
export function Field({ name, label, hint, problems, children }: About & { children: (aria: Aria) => ReactNode }) {
  const problem = problems.find(({ field }) => field === name)?.message
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ")
  const aria: Aria = {
    id: name,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": problem ? true : undefined,
  }
  return (
    <div className={problem ? "field has-problem" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          <span className="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      {children(aria)}
    </div>
  )
}
