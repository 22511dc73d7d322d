import { CopyButton } from "@/components/account/copy-button"
import type { NewKey } from "@/lib/web/cookie"
import type { Say } from "@/lib/words/say"

/** A key that was just made. It is on this page and never on another. */
export function NewApiKey({ say, newKey: { name, key } }: { say: Say; newKey: NewKey }) {
  return (
    <section className="announcement" aria-labelledby="new-key-heading">
      <h2 id="new-key-heading">{say.rich("keys.ready", { key: name, name: (words) => <bdi>{words}</bdi> })}</h2>
      <p>{say("keys.copyNow")}</p>
      <label className="visually-hidden" htmlFor="new-key">
        {say("keys.label")}
      </label>
      <input className="key" id="new-key" type="text" readOnly value={key} autoComplete="off" spellCheck={false} />
      <CopyButton field="new-key" words={{ copy: say("keys.copy"), copied: say("keys.copied") }} />
    </section>
  )
}
