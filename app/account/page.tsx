import { redirect } from "next/navigation"
import { ApiKeys } from "@/components/account/api-keys"
import { CappedNotice } from "@/components/account/capped-notice"
import { Identities } from "@/components/account/identities"
import { MakeKeyForm } from "@/components/account/make-key-form"
import { NewApiKey } from "@/components/account/new-api-key"
import { PhoneNotice } from "@/components/account/phone-notice"
import { Profile } from "@/components/account/profile"
import { RecentEvents } from "@/components/account/recent-events"
import { Sessions } from "@/components/account/sessions"
import { SignOutForms } from "@/components/account/sign-out-forms"
import { WithProblems } from "@/components/form/with-problems"
import { Announcement } from "@/components/ui/announcement"
import { Card } from "@/components/ui/card"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { account, flash, isOperator } from "@/lib/live/pages"
import { doneWords } from "@/lib/web/account/done-words"

/** Who I am, where I am signed in, what opens my account, and how to leave. */
export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { problem, done } = await searchParams
  const mine = await account()
  if (!mine) redirect("/sign-in")
  const { problems, values } = (await flash(problem)) ?? { problems: [], values: {} }
  const told = problems.length === 0 ? doneWords(done) : undefined
  return (
    <Card>
      <WithProblems title="Your account" problems={problems}>
        {/* biome-ignore lint/a11y/noAutofocus: it says that signing in worked, to whoever cannot see it */}
        <h1 tabIndex={-1} autoFocus={problems.length === 0}>
          You are signed in
        </h1>
        {mine.newKey && <NewApiKey newKey={mine.newKey} />}
        {told && <Announcement>{told}</Announcement>}
        {mine.pinsCappedAt && <CappedNotice cappedAt={mine.pinsCappedAt} />}
        <Profile person={mine.person} phoneEnding={mine.phoneEnding} />
        {(await isOperator()) && (
          <p>
            <a className="way" href="/admin">
              Open the operator&apos;s console
            </a>
          </p>
        )}
        <PhoneNotice phoneEnding={mine.phoneEnding} change={mine.phoneChange} />
        <Sessions sessions={mine.sessions} />
        <SignOutForms apiKeys={mine.apiKeys.length} />
        <Identities identities={mine.identities} />
        <section className="aside" aria-labelledby="api-keys">
          <h2 id="api-keys">API keys</h2>
          <ApiKeys apiKeys={mine.apiKeys} />
          <MakeKeyForm permissions={mine.permissions} values={values} />
        </section>
        <RecentEvents events={mine.events} />
      </WithProblems>
      <SameInEveryTab tells />
    </Card>
  )
}
