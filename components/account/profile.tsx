import type { ReactNode } from "react"
import type { AccountView } from "@/lib/web/account/view"

/** Who is signed in. The phone is masked: whoever looks over a shoulder learns two digits of it. */
export function Profile({ person, phoneEnding }: Pick<AccountView, "person" | "phoneEnding">) {
  const rows: [string, ReactNode][] = [
    ["Name", <bdi key="name">{`${person.firstName} ${person.lastName}`}</bdi>],
    ["Email address", person.email],
    ["Phone", `Number ending in ${phoneEnding ?? ""}`],
  ]
  return (
    <dl className="profile">
      {rows.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
