/** The way out of a step. */
export const BackToAccount = () => (
  <p>
    <a className="way" href="/account">
      Back to your account
    </a>
  </p>
)
