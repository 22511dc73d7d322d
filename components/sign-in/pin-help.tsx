/** The ways out for somebody whose PIN does not come. */
export function PinHelp({ email, isNewcomer }: { email: string; isNewcomer: boolean }) {
  return (
    <details>
      <summary>Problems with the PIN?</summary>
      <p>A text message can take a minute. Only the newest PIN works.</p>
      <ul>
        <li>
          You are signing in as <strong className="email">{email}</strong>. <a href="/sign-in">Use another email</a>
        </li>
        {isNewcomer && (
          <li>
            Is the number wrong? <a href="/sign-in/register">Change phone number</a>
          </li>
        )}
      </ul>
    </details>
  )
}
