import { notFound } from "next/navigation"
import { AppChanges } from "@/components/console/app-changes"
import { AppForm } from "@/components/console/app-form"
import { AppList } from "@/components/console/app-list"
import { NewSecret } from "@/components/console/new-secret"
import { ErrorSummary } from "@/components/form/error-summary"
import { Announcement } from "@/components/ui/announcement"
import { PageTitle } from "@/components/ui/page-title"
import { operatorApps } from "@/lib/live/pages"

/** The apps that people sign in to, and how operators make them. For everybody else there is no such page. */
export default async function AppsPage({ searchParams }: PageProps<"/admin/apps">) {
  const view = await operatorApps(await searchParams)
  if (!view) notFound()
  const { problems, done, newSecret } = view
  return (
    <div className="console">
      <PageTitle problems={problems}>Apps</PageTitle>
      <ErrorSummary problems={problems} />
      <h1>Apps that people sign in to</h1>
      <nav aria-label="On this page" className="console-nav">
        <a href="/admin">Back to the console</a>
        <a href="#new-app">A new app</a>
        <a href="#changes">History</a>
      </nav>
      {done && problems.length === 0 && <Announcement isNews>{done}</Announcement>}
      {newSecret && <NewSecret secret={newSecret} />}
      <AppList apps={view.apps} />
      <AppForm view={view} />
      <AppChanges changes={view.changes} />
    </div>
  )
}
