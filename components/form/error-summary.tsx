"use client"
import { type MouseEvent, useEffect, useRef } from "react"
import { ProblemWords } from "@/components/form/problem-words"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"

type Props = { problems: FormProblem[]; round?: number }

/** Everything that is wrong with a form of several fields, above its heading, focused. Each line leads to its field. */
export function ErrorSummary({ problems, round = 0 }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  const { form } = useWords()
  const isEmpty = problems.length === 0

  useEffect(() => {
    if (isEmpty) return
    // The `autofocus` attribute did it already if the page came with problems: do not take it back from somebody.
    if (round === 0 && document.activeElement !== document.body) return
    summary.current?.focus()
  }, [round, isEmpty])

  if (isEmpty) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: somebody without JavaScript must land on what went wrong, too
    <div className="error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2>{form.thereIsAProblem}</h2>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>
              {problem.field ? (
                <a href={`#${problem.field}`} onClick={goToField}>
                  <ProblemWords problem={problem} />
                </a>
              ) : (
                <ProblemWords problem={problem} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** As the plain link does, but with the label in view and without a fragment in the address, which reload would obey. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.closest(".field")?.scrollIntoView({ block: "nearest" })
  field.focus({ preventScroll: true })
}
