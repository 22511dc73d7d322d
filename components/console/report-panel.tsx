import { Table } from "@/components/console/table"
import { reportFields } from "@/lib/web/console/report-fields"

/** The decisions of a range of time to take away, and what each field of them says. */
export function ReportPanel({ madeAt }: { madeAt: Date }) {
  const query = `to=${madeAt.toISOString().slice(0, 19)}Z`
  return (
    <section className="panel" aria-labelledby="report">
      <h2 id="report">Report</h2>
      <p>
        The last 24 hours as{" "}
        <a href={`/admin/report?${query}&format=csv`} download>
          CSV
        </a>{" "}
        or{" "}
        <a href={`/admin/report?${query}&format=json`} download>
          JSON
        </a>
        . Any other range of up to 31 days is at <code>/admin/report?from=…&amp;to=…&amp;format=csv</code>, with days
        like 2026-03-09 or times like 2026-03-09T18:00:00Z. The end is not in it. A machine reads it with{" "}
        <code>REPORT_TOKEN</code> as its bearer token.
      </p>
      <p className="hint">
        The newest come first. A report holds 50,000 decisions at most: JSON says in <code>next</code> where the next
        one begins, which goes into <code>&amp;before=…</code>. In CSV that is <code>at~id</code> of the last line. JSON
        has these figures too, as <code>summary</code>.
      </p>
      <details>
        <summary>What each field says</summary>
        <Table
          name="Fields of a report"
          heads={["Field", "What it says"]}
          words={["What it says"]}
          rows={reportFields.map(({ name, says }) => ({ key: name, name: <code>{name}</code>, cells: [says] }))}
        />
      </details>
    </section>
  )
}
