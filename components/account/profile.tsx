import type { ReactNode } from "react"
import type { Person } from "@/lib/web/visit"

/** Who is signed in. The phone is masked: whoever looks over a shoulder learns two digits of it. */
export function Profile({ person: { firstName, lastName, email, phoneEnding } }: { person: Person }) {
  const rows: [string, ReactNode][] = [
    ["Name", <bdi key="name">{`${firstName} ${lastName}`}</bdi>],
    ["Email address", email],
    ["Phone", `Number ending in ${phoneEnding}`],
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
