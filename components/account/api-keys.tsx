import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { ApiKeyView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"

/** The living keys, without what opens anything. */
export function ApiKeys({ apiKeys }: { apiKeys: ApiKeyView[] }) {
  if (apiKeys.length === 0) return <p className="hint">You have no API keys.</p>
  return (
    <ul className="records" aria-label="API keys">
      {apiKeys.map(({ id, name, ending, scopes, createdAt, lastUsedAt }) => (
        <li key={id}>
          <div>
            <p className="record-name" id={`key-${id}`}>
              <bdi>{name}</bdi> <code>…{ending}</code>
            </p>
            <p className="hint">
              {scopes.join(", ")}. Created <When at={createdAt} />, {lastUsedAt ? "last used " : "never used"}
              {lastUsedAt && <When at={lastUsedAt} />}
            </p>
          </div>
          <form method="post" action={formUrl("revoke-api-key")}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton secondary describedBy={`key-${id}`}>
              Revoke
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  )
}
