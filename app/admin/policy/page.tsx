import { notFound } from "next/navigation"
import { PolicyDraft } from "@/components/console/policy-draft"
import { PolicyEvents } from "@/components/console/policy-events"
import { PolicyHistory } from "@/components/console/policy-history"
import { PolicySettings } from "@/components/console/policy-settings"
import { ErrorSummary } from "@/components/form/error-summary"
import { Announcement } from "@/components/ui/announcement"
import { PageTitle } from "@/components/ui/page-title"
import { operatorPolicy } from "@/lib/live/pages"

/** The firewall's policy: what is in force, and how operators change it. For everybody else there is no such page. */
export default async function PolicyPage({ searchParams }: PageProps<"/admin/policy">) {
  const view = await operatorPolicy(await searchParams)
  if (!view) notFound()
  const { problems, done, draft } = view
  return (
    <div className="console">
      <PageTitle problems={problems}>Policy</PageTitle>
      <ErrorSummary problems={problems} />
      <h1>The firewall&apos;s policy</h1>
      <nav aria-label="On this page" className="console-nav">
        <a href="/admin">Back to the console</a>
        <a href="#events">Announced events</a>
        <a href="#values">Settings</a>
        <a href="#history">History</a>
      </nav>
      {done && problems.length === 0 && <Announcement isNews>{done}</Announcement>}
      {!view.isReadable && (
        <section className="warning" aria-labelledby="unreadable">
          <h2 id="unreadable">The newest version cannot be read</h2>
          <p>This program does not know what it holds. The defaults are in force until you save a change or go back.</p>
        </section>
      )}
      {draft && <PolicyDraft draft={draft} view={view} />}
      <PolicyEvents view={view} />
      <PolicySettings view={view} />
      <PolicyHistory view={view} />
    </div>
  )
}
