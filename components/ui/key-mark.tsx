/** The mark: a keyhole in a door plate. It says nothing that the word beside it does not say. */
export function KeyMark() {
  return (
    <svg className="key-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <path className="keyhole" d="M16 7a5.5 5.5 0 0 0-2.7 10.3L11.8 25h8.4l-1.5-7.7A5.5 5.5 0 0 0 16 7Z" />
    </svg>
  )
}
