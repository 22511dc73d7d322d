"use client"
import { type MouseEvent, useEffect, useRef } from "react"
import type { FormProblem } from "@/lib/web/cookie"

/** Everything that is wrong with a form, above its heading, focused. Each line leads to its field. */
export function ErrorSummary({ problems }: { problems: FormProblem[] }) {
  const summary = useRef<HTMLDivElement>(null)
  const shown = useRef(false)

  useEffect(() => {
    // The `autofocus` attribute did it already if the page came with problems: do not take it back from somebody.
    const isFirst = !shown.current
    shown.current = true
    if (isFirst && document.activeElement !== document.body) return
    if (problems.length > 0) summary.current?.focus()
  }, [problems])

  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: somebody without JavaScript must land on what went wrong, too
    <div className="error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2>There is a problem</h2>
        <ul>
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? (
                <a href={`#${field}`} onClick={goToField}>
                  {message}
                </a>
              ) : (
                message
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
