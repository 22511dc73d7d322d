import { notFound } from "next/navigation"
import { ByRule } from "@/components/console/by-rule"
import { CostOfSignIns } from "@/components/console/cost-of-sign-ins"
import { FalseRefusals } from "@/components/console/false-refusals"
import { ReportPanel } from "@/components/console/report-panel"
import { SpanTabs } from "@/components/console/span-tabs"
import { Takers } from "@/components/console/takers"
import { PageTitle } from "@/components/ui/page-title"
import { operatorNumbers } from "@/lib/live/pages"
import { spans } from "@/lib/web/console/query"

/** The numbers that an operator steers by. For everybody else there is no such page. */
export default async function NumbersPage({ searchParams }: PageProps<"/admin/numbers">) {
  const view = await operatorNumbers(await searchParams)
  if (!view) notFound()
  const words = spans[view.span].words
  return (
    <div className="console">
      <PageTitle problems={[]}>Numbers</PageTitle>
      <h1>Numbers to steer by, in {words}</h1>
      <nav aria-label="On this page" className="console-nav">
        <a href="/admin">Back to the console</a>
        <a href="#takers">Who took most</a>
        <a href="#wronged">False refusals</a>
        <a href="#report">Report</a>
      </nav>
      <SpanTabs span={view.span} to={(span) => (span === "day" ? "/admin/numbers" : `/admin/numbers?span=${span}`)} />
      <section className="panel" aria-labelledby="cost">
        <h2 id="cost">What a verified sign-in costs</h2>
        <CostOfSignIns view={view} words={words} />
      </section>
      <section className="panel" aria-labelledby="takers">
        <h2 id="takers">Who took most unverified money</h2>
        <Takers view={view} words={words} />
      </section>
      <section className="panel" aria-labelledby="rules">
        <h2 id="rules">What each rule refused</h2>
        <ByRule view={view} words={words} />
      </section>
      <section className="panel" aria-labelledby="wronged">
        <h2 id="wronged">False refusals</h2>
        <FalseRefusals view={view} words={words} />
      </section>
      <ReportPanel madeAt={view.madeAt} />
    </div>
  )
}
