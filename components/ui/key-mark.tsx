/**
 * The mark, in a door plate: a keyhole; a whitelabel's own path; or the first letter of its name, where it has none. It says
 * nothing that the word beside it does not say.
 */
export function KeyMark({ mark, name = "" }: { mark?: string | null | undefined; name?: string }) {
  return (
    <svg className="key-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      {mark === null ? (
        <text className="keyhole" x="16" y="23" fontSize="20" fontWeight="700" textAnchor="middle">
          {[...name][0]}
        </text>
      ) : (
        <path className="keyhole" d={mark ?? keyhole} />
      )}
    </svg>
  )
}

const keyhole = "M16 7a5.5 5.5 0 0 0-2.7 10.3L11.8 25h8.4l-1.5-7.7A5.5 5.5 0 0 0 16 7Z"
