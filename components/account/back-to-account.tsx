/** The way out of a step. */
export const BackToAccount = () => (
  <p>
    <a href="/account">Back to your account</a>
  </p>
)
