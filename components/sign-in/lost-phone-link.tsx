/** The way on for whoever cannot read a PIN any more. */
export const LostPhoneLink = ({ children }: { children: string }) => (
  <p>
    <a className="way" href="/sign-in/lost-phone">
      {children}
    </a>
  </p>
)
