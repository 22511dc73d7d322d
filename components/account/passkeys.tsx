import { AddPasskey } from "@/components/account/add-passkey"
import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { AccountView, PasskeyView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"
import type { Say } from "@/lib/words/say"

type Props = Pick<AccountView, "passkeys" | "mayAddPasskey"> & { say: Say; words: Texts<"passkeys"> }

/** The passkeys that open this account, and the way to another. A session that is not fresh is sent to sign in again first. */
export const Passkeys = ({ say, words, passkeys, mayAddPasskey }: Props) => (
  <Subsection id="passkeys" heading={words.heading}>
    <p className="hint">{words.lead}</p>
    {passkeys.length > 0 && (
      <ul className="records" aria-label={words.list}>
        {passkeys.map((passkey) => (
          <Passkey key={passkey.id} say={say} words={words} {...passkey} />
        ))}
      </ul>
    )}
    {mayAddPasskey ? (
      <AddPasskey words={words} />
    ) : (
      <form method="post" action={formUrl("sign-in-again")}>
        <p>{words.stale}</p>
        <SubmitButton secondary>{words.signInAgain}</SubmitButton>
      </form>
    )}
  </Subsection>
)

type OneProps = PasskeyView & Pick<Props, "say" | "words">

function Passkey({ say, words, id, name, isBackedUp, createdAt, lastUsedAt }: OneProps) {
  return (
    <li>
      <div>
        <p className="record-name" id={`passkey-${id}`}>
          <bdi>{name}</bdi>
          {isBackedUp && <span className="badge">{words.synced}</span>}
        </p>
        <p className="hint">
          {say.rich(lastUsedAt ? "passkeys.used" : "passkeys.created", {
            created: () => <When say={say} at={createdAt} />,
            used: () => lastUsedAt && <When say={say} at={lastUsedAt} />,
          })}
        </p>
        <details>
          <summary aria-describedby={`passkey-${id}`}>{words.rename}</summary>
          <form method="post" action={formUrl("rename-passkey")}>
            <input type="hidden" name="id" value={id} />
            <div className="field">
              <label htmlFor={`name-of-${id}`}>{words.name}</label>
              <input id={`name-of-${id}`} name="name" defaultValue={name} maxLength={100} required autoComplete="off" />
            </div>
            <SubmitButton secondary>{words.save}</SubmitButton>
          </form>
        </details>
      </div>
      <form method="post" action={formUrl("remove-passkey")}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton secondary describedBy={`passkey-${id}`}>
          {words.remove}
        </SubmitButton>
      </form>
    </li>
  )
}
