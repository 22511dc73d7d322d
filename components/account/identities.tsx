import { Subsection } from "@/components/account/section"
import type { IdentityView } from "@/lib/web/account/view"

const names = { email: "Email address", phone: "Phone", google: "Google", apple: "Apple" }

/** What this account is found and proved by. */
export function Identities({ identities }: { identities: IdentityView[] }) {
  return (
    <Subsection id="identities" heading="What opens your account">
      <dl className="profile">
        {identities.map(({ kind, value }) => (
          <div key={`${kind} ${value}`}>
            <dt>{names[kind]}</dt>
            <dd>{value ?? "Connected"}</dd>
          </div>
        ))}
      </dl>
    </Subsection>
  )
}
