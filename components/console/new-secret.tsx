import { CopyButton } from "@/components/account/copy-button"
import type { NewKey } from "@/lib/web/cookie"

/** An app's secret that was just made. It is on this page and never on another. */
export function NewSecret({ secret: { id, name, key } }: { secret: NewKey }) {
  return (
    <section className="announcement app-words" aria-labelledby="new-secret-heading">
      <h2 id="new-secret-heading">
        The secret of <bdi>{name}</bdi>
      </h2>
      <p>Copy it now: it is not shown again. The app names itself by {id.replace(/\.\d+$/, "")}.</p>
      <label className="visually-hidden" htmlFor="new-secret">
        The app&apos;s new secret
      </label>
      <input className="key" id="new-secret" type="text" readOnly value={key} autoComplete="off" spellCheck={false} />
      <CopyButton field="new-secret" words={{ copy: "Copy", copied: "Copied" }} />
    </section>
  )
}
