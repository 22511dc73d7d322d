import type { ReactNode } from "react"
import type { AccountView } from "@/lib/web/account/view"
import type { Say } from "@/lib/words/say"

/** Who is signed in. The phone is masked: whoever looks over a shoulder learns two digits of it. */
export function Profile({ say, person, phoneEnding }: Pick<AccountView, "person" | "phoneEnding"> & { say: Say }) {
  const rows: [string, ReactNode][] = [
    [say("account.name"), <bdi key="name">{`${person.firstName} ${person.lastName}`}</bdi>],
    [say("account.email"), person.email],
    [say("account.phone"), say("account.numberEnding", { ending: phoneEnding ?? "" })],
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
