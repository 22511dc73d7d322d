import { notFound } from "next/navigation"
import { Banners } from "@/components/console/banners"
import { Breakdowns } from "@/components/console/breakdowns"
import { DaysChart } from "@/components/console/days-chart"
import { Decisions } from "@/components/console/decisions"
import { Freshness } from "@/components/console/freshness"
import { Headline } from "@/components/console/headline"
import { HoursTable } from "@/components/console/hours-table"
import { ListPanel } from "@/components/console/list-panel"
import { ModePanel } from "@/components/console/mode-panel"
import { PeoplePanel } from "@/components/console/people-panel"
import { SpendChart } from "@/components/console/spend-chart"
import { ThemePanel } from "@/components/console/theme-panel"
import { TrafficChart } from "@/components/console/traffic-chart"
import { ErrorSummary } from "@/components/form/error-summary"
import { Announcement } from "@/components/ui/announcement"
import { PageTitle } from "@/components/ui/page-title"
import { flash, operatorConsole } from "@/lib/live/pages"
import { dayAndTimeOf } from "@/lib/web/console/words"

/** The operator's console. For everybody else there is no such page. */
export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const asked = await searchParams
  const view = await operatorConsole(asked)
  if (!view) notFound()
  const { problems, values } = (await flash(asked.problem)) ?? { problems: [], values: {} }
  return (
    <div className="console">
      <PageTitle problems={problems}>Console</PageTitle>
      <ErrorSummary problems={problems} />
      <h1>What text messages cost</h1>
      <Freshness madeAt={dayAndTimeOf(view.madeAt)} startPaused={problems.length > 0} />
      <nav aria-label="More of the console" className="console-nav">
        <a href="/admin/numbers">What a sign-in costs, who takes most, who was refused wrongly, and a report</a>
        <a href="/admin/policy">Change budgets, thresholds and countries, or announce an event</a>
        <a href="/admin/apps">Apps that people sign in to</a>
      </nav>
      {view.done && problems.length === 0 && <Announcement>{view.done}</Announcement>}
      <Banners view={view} />
      <Headline view={view} />
      <section className="panel" aria-labelledby="day">
        <h2 id="day">The last 24 hours</h2>
        <div className="two">
          <SpendChart hours={view.hours} budget={view.budgets[0]?.limit ?? 0} />
          <TrafficChart hours={view.hours} />
        </div>
        <HoursTable hours={view.hours} />
      </section>
      <DaysChart view={view} />
      <Breakdowns view={view} />
      <div className="two">
        <ModePanel view={view} />
        <ListPanel list={view.list} values={values} problems={problems} />
      </div>
      <ThemePanel view={view} values={values} problems={problems} />
      <PeoplePanel operators={view.operators} values={values} problems={problems} />
      <Decisions view={view} />
    </div>
  )
}
