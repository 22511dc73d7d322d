import { Subsection } from "@/components/account/section"
import type { AccountView } from "@/lib/web/account/view"

const names = { google: "Google", apple: "Apple" }

/** Who else opens this account, if anybody does. */
export function ConnectedAccounts({ connected }: Pick<AccountView, "connected">) {
  if (connected.length === 0) return null
  return (
    <Subsection id="accounts" heading="You can also sign in with">
      <ul className="records">
        {connected.map((provider) => (
          <li key={provider}>{names[provider]}</li>
        ))}
      </ul>
    </Subsection>
  )
}
