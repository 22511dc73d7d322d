import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { ApiKeyView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

/** The living keys, without what opens anything. */
export function ApiKeys({ say, apiKeys }: { say: Say; apiKeys: ApiKeyView[] }) {
  if (apiKeys.length === 0) return <p className="hint">{say("keys.none")}</p>
  return (
    <ul className="records" aria-label={say("keys.list")}>
      {apiKeys.map(({ id, name, ending, scopes, createdAt, lastUsedAt }) => (
        <li key={id}>
          <div>
            <p className="record-name" id={`key-${id}`}>
              <bdi>{name}</bdi> <code>…{ending}</code>
            </p>
            <p className="hint">
              {say.rich(lastUsedAt ? "keys.used" : "keys.created", {
                scopes: scopes.join(", "),
                created: () => <When say={say} at={createdAt} />,
                used: () => lastUsedAt && <When say={say} at={lastUsedAt} />,
              })}
            </p>
          </div>
          <form method="post" action={formUrl("revoke-api-key")}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton secondary describedBy={`key-${id}`}>
              {say("keys.revoke")}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  )
}
