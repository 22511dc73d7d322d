import { redirect } from "next/navigation"
import { CappedNotice } from "@/components/account/capped-notice"
import { ConnectedAccounts } from "@/components/account/connected-accounts"
import { DeveloperKeys } from "@/components/account/developer-keys"
import { NewApiKey } from "@/components/account/new-api-key"
import { Passkeys } from "@/components/account/passkeys"
import { PhoneNotice } from "@/components/account/phone-notice"
import { Profile } from "@/components/account/profile"
import { RecentEvents } from "@/components/account/recent-events"
import { Section } from "@/components/account/section"
import { Sessions } from "@/components/account/sessions"
import { SignOutHere } from "@/components/account/sign-out-here"
import { TrustedDevices } from "@/components/account/trusted-devices"
import { WayAfterPhone } from "@/components/account/way-after-phone"
import { WithProblems } from "@/components/form/with-problems"
import { Announcement } from "@/components/ui/announcement"
import { Card } from "@/components/ui/card"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { phoneAlert, withoutPhone } from "@/lib/live/lost-phone"
import { account, flash, isOperator, texts, words } from "@/lib/live/pages"
import { doneWords } from "@/lib/web/account/done-words"

/** News about keys, which the part that is folded away tells more of. */
const aboutKeys = ["key", "key-revoked"]

const isOfPasskeys = (field = "") => field === "add-passkey" || field.startsWith("name-of-")

/** Who I am, where I am signed in, what opens my account, and how to leave. */
export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { problem, done } = await searchParams
  const mine = await account()
  if (!mine) redirect("/sign-in")
  const [say, alert] = [await words(), await phoneAlert()]
  const { problems, values } = (await flash(problem)) ?? { problems: [], values: {} }
  const told = problems.length === 0 ? doneWords(done, say) : undefined
  return (
    <Card>
      <WithProblems title={say("account.title")} problems={problems}>
        {/* What is told above it is read out with it. */}
        {/* biome-ignore lint/a11y/noAutofocus: it says that signing in worked, to whoever cannot see it */}
        <h1 tabIndex={-1} autoFocus={problems.length === 0} aria-describedby={alert && "phone-alert"}>
          {say("account.heading")}
        </h1>
        {mine.newKey && <NewApiKey say={say} newKey={mine.newKey} />}
        {told && <Announcement>{told}</Announcement>}
        <WayAfterPhone {...(await withoutPhone())}>{say("lostPhone.goOn")}</WayAfterPhone>
        {mine.pinsCappedAt && <CappedNotice say={say} cappedAt={mine.pinsCappedAt} />}
        <Section id="profile" heading={say("account.profile")}>
          <Profile say={say} person={mine.person} phoneEnding={mine.phoneEnding} />
          <PhoneNotice {...mine} say={say} isToldAbove={alert !== undefined} />
          {(await isOperator()) && (
            <p>
              <a className="way" href="/admin">
                {say("account.console")}
              </a>
            </p>
          )}
        </Section>
        <Section id="security" heading={say("account.security")}>
          <SignOutHere say={say} />
          <Passkeys {...mine} say={say} words={(await texts()).passkeys} />
          <TrustedDevices {...mine} say={say} />
          <Sessions say={say} sessions={mine.sessions} />
          <RecentEvents say={say} events={mine.events} />
        </Section>
        <Section id="connected" heading={say("account.connected")}>
          <ConnectedAccounts say={say} connected={mine.connected} />
          <DeveloperKeys
            {...mine}
            say={say}
            words={(await texts()).keys}
            values={values}
            isOpen={aboutKeys.includes(String(done)) || problems.some(({ field }) => !isOfPasskeys(field))}
          />
        </Section>
      </WithProblems>
      <SameInEveryTab tells />
    </Card>
  )
}
