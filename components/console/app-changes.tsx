import type { ChangeView } from "@/lib/web/console/app-view"
import { dayAndTimeOf } from "@/lib/web/console/words"

const words: Partial<Record<ChangeView["kind"], string>> = {
  "console-app-made": "was made",
  "console-app-secret-replaced": "got another secret",
  "console-app-disabled": "was disabled",
  "console-app-enabled": "was enabled",
}

/** Who changed which app and when, the newest first. */
export function AppChanges({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes" tabIndex={-1}>
        History
      </h2>
      {changes.length === 0 && <p className="empty">No app was changed here.</p>}
      <ol className="records" aria-label="Changes">
        {changes.map(({ at, kind, app, by }) => (
          <li key={`${at.toISOString()} ${kind} ${app}`}>
            <div className="app-words">
              <p className="record-name">
                {app} {words[kind]}
              </p>
              <p className="hint">
                {by}, <time dateTime={at.toISOString()}>{dayAndTimeOf(at)} UTC</time>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
