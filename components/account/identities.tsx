import type { IdentityView } from "@/lib/web/account/view"

const names = { email: "Email address", phone: "Phone", google: "Google", apple: "Apple" }

/** What this account is found and proved by. */
export function Identities({ identities }: { identities: IdentityView[] }) {
  return (
    <section className="aside" aria-labelledby="identities">
      <h2 id="identities">Connected to your account</h2>
      <dl className="profile">
        {identities.map(({ kind, value }) => (
          <div key={`${kind} ${value}`}>
            <dt>{names[kind]}</dt>
            <dd>{value ?? "Connected"}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
