import { SubmitButton } from "@/components/form/submit-button"
import type { ConsoleView, ModeRecord } from "@/lib/web/console/view"
import { dayAndTimeOf, evidenceWords, levelWords } from "@/lib/web/console/words"
import { formUrl } from "@/lib/web/form-url"

/** The attack mode: what it was on which evidence, and a hand on it. */
export function ModePanel({ view: { mode, modes } }: { view: ConsoleView }) {
  return (
    <section className="panel" aria-labelledby="mode">
      <h2 id="mode">Attack mode</h2>
      <form method="post" action={formUrl("pin-mode")} className="row-form">
        <fieldset id="level" tabIndex={-1}>
          <legend>Pin it at a level</legend>
          {([0, 1, 2, 3] as const).map((level) => (
            <label className="choice" key={level}>
              <input type="radio" name="level" value={level} defaultChecked={level === mode.level} />
              {level}. {levelWords[level]}
            </label>
          ))}
        </fieldset>
        <SubmitButton secondary>{mode.pinned ? "Pin it at this level instead" : "Pin it"}</SubmitButton>
      </form>
      {mode.pinned && (
        <form method="post" action={formUrl("unpin-mode")}>
          <SubmitButton secondary>Make it automatic again</SubmitButton>
        </form>
      )}
      <h3>Changes</h3>
      {modes.length === 0 && <p className="empty">It has been open since the beginning.</p>}
      <ol className="timeline">
        {modes.map((record) => (
          <Change key={record.number} record={record} />
        ))}
      </ol>
    </section>
  )
}

function Change({ record: { level, since, pinned, evidence } }: { record: ModeRecord }) {
  const isByHand = "by" in evidence
  return (
    <li className={`level-${level}`}>
      <p className="record-name">
        Level {level}
        {pinned && <span className="badge">Pinned</span>}
      </p>
      <p className="hint">
        <time dateTime={since.toISOString()}>{dayAndTimeOf(since)} UTC</time>.{" "}
        {isByHand
          ? `By an operator${pinned ? "" : ", who made it automatic again"}.`
          : `Evidence: ${evidenceWords(evidence)}.`}
      </p>
    </li>
  )
}
