import { SubmitButton } from "@/components/form/submit-button"
import type { PolicyView, VersionView } from "@/lib/web/console/policy-view"
import { kindWords } from "@/lib/web/console/policy-words"
import { dayAndTimeOf } from "@/lib/web/console/words"
import { formUrl } from "@/lib/web/form-url"

/** Who changed the policy, when and why, the newest first, and the way back to each. */
export function PolicyHistory({ view: { versions, version } }: { view: PolicyView }) {
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history" tabIndex={-1}>
        History
      </h2>
      {versions.length === 0 && <p className="empty">Nobody has changed the policy: the defaults are in force.</p>}
      <ol className="records" aria-label="Versions">
        {versions.map((one) => (
          <Version key={one.id} one={one} version={version} />
        ))}
        {version > 0 && (
          <li>
            <div>
              <p className="record-name" id="version-0">
                The defaults
              </p>
              <p className="hint">As the program has them.</p>
            </div>
            <Back to={0} version={version} />
          </li>
        )}
      </ol>
    </section>
  )
}

function Version({ one: { id, at, by, why, kind, isReadable }, version }: { one: VersionView; version: number }) {
  return (
    <li>
      <div>
        <p className="record-name" id={`version-${id}`}>
          Version {id}: {kindWords[kind]}
          {id === version && <span className="badge">{isReadable ? "In force" : "Cannot be read"}</span>}
        </p>
        <p>{why}</p>
        <p className="hint">
          {by}, <time dateTime={at.toISOString()}>{dayAndTimeOf(at)} UTC</time>
        </p>
      </div>
      {id === version && id > 1 && <Back to={id - 1} version={version} isUndo />}
      {id < version && isReadable && <Back to={id} version={version} />}
    </li>
  )
}

function Back({ to, version, isUndo = false }: { to: number; version: number; isUndo?: boolean }) {
  return (
    <form method="post" action={formUrl("undo-policy")}>
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="expected" value={version} />
      <SubmitButton secondary describedBy={`version-${isUndo ? version : to}`}>
        {isUndo ? "Undo this" : "Go back to this"}
      </SubmitButton>
    </form>
  )
}
