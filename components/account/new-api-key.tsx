import { CopyButton } from "@/components/account/copy-button"
import type { NewKey } from "@/lib/web/cookie"

/** A key that was just made. It is on this page and never on another. */
export function NewApiKey({ newKey: { name, key } }: { newKey: NewKey }) {
  return (
    <section className="announcement" aria-labelledby="new-key-heading">
      <h2 id="new-key-heading">
        Your key <bdi>{name}</bdi> is ready
      </h2>
      <p>Copy it now: we show it once, and keep nothing that it could be read from.</p>
      <label className="visually-hidden" htmlFor="new-key">
        Your new API key
      </label>
      <input className="key" id="new-key" type="text" readOnly value={key} autoComplete="off" spellCheck={false} />
      <CopyButton field="new-key" />
    </section>
  )
}
