import type { ReactNode } from "react"
import { ErrorMark } from "@/components/form/error-mark"
import { ProblemWords } from "@/components/form/problem-words"
import type { FormProblem } from "@/lib/web/cookie"

type About = {
  name: string
  label: string
  hint?: string | undefined
  problems: FormProblem[]
  /** The only field of its form: all that is wrong stands here, there is no summary, and it is read out. */
  isOnly?: boolean | undefined
}
type Aria = { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }

/** A label, a hint and a problem around an input, tied to it. The input's id is its name, so that summaries can link to it. */
export function Field({
  name,
  label,
  hint,
  problems,
  isOnly,
  children,
}: About & { children: (aria: Aria) => ReactNode }) {
  const problem = isOnly ? problems[0] : problems.find(({ field }) => field === name)
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ")
  const aria: Aria = {
    id: name,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": problem?.field === name ? true : undefined,
  }
  return (
    <div className={problem ? "field has-problem" : "field"}>
      <label htmlFor={name} id={`${name}-label`}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${name}-problem`} role={isOnly ? "alert" : undefined}>
          <ErrorMark />
          <ProblemWords problem={problem} />
        </p>
      )}
      {children(aria)}
    </div>
  )
}
