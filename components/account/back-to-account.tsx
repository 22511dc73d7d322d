/** The way out of a step. */
export const BackToAccount = ({ children }: { children: string }) => (
  <p>
    <a className="way" href="/account">
      {children}
    </a>
  </p>
)
