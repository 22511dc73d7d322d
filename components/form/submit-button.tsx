import type { ReactNode, Ref } from "react"

type Props = {
  children: ReactNode
  /** What the form says by this button, where it has more than one. */
  name?: string
  value?: string
  /** What the button says while the form is on its way; undefined while it is not. */
  busy?: string | undefined
  /** Not now: it stays where it is and keeps focus, and its form ignores it. */
  waiting?: boolean
  secondary?: boolean
  describedBy?: string | undefined
  autoFocus?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A form's button. It is never `disabled`, which would throw focus away: a busy form ignores it instead. */
export function SubmitButton({ children, busy, waiting = false, secondary = false, describedBy, ...button }: Props) {
  return (
    <>
      <button
        type="submit"
        className={secondary ? "button secondary" : "button"}
        aria-disabled={busy !== undefined || waiting || undefined}
        aria-describedby={describedBy || undefined}
        {...button}
      >
        {busy ?? children}
      </button>
      <span className="visually-hidden" role="status">
        {busy}
      </span>
    </>
  )
}
