import { Subsection } from "@/components/account/section"
import type { AccountView } from "@/lib/web/account/view"
import type { Say } from "@/lib/words/say"

const names = { google: "Google", apple: "Apple" }

/** Who else opens this account, if anybody does. */
export function ConnectedAccounts({ say, connected }: Pick<AccountView, "connected"> & { say: Say }) {
  if (connected.length === 0) return null
  return (
    <Subsection id="accounts" heading={say("account.alsoSignInWith")}>
      <ul className="records">
        {connected.map((provider) => (
          <li key={provider}>{names[provider]}</li>
        ))}
      </ul>
    </Subsection>
  )
}
