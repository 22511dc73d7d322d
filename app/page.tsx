import { ForDevelopers } from "@/components/home/for-developers"
import { Announcement } from "@/components/ui/announcement"
import { MessagePicture } from "@/components/ui/message-picture"
import { PageTitle } from "@/components/ui/page-title"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { isSignedIn, words } from "@/lib/live/pages"
import { pricesOfFraud } from "@/lib/web/prices-of-fraud"

/** What this is, and the way in. */
export default async function HomePage({ searchParams }: PageProps<"/">) {
  const say = await words()
  const isKnown = await isSignedIn()
  const isSignedOut = "signed-out" in (await searchParams) && !isKnown
  return (
    <>
      <PageTitle>{say(isSignedOut ? "home.signedOut" : "home.title")}</PageTitle>
      {isSignedOut && <Announcement>{say("home.signedOutNews")}</Announcement>}
      <SameInEveryTab tells={isSignedOut} />
      <div className="hero">
        <div>
          <h1>{say("home.title")}</h1>
          <p className="lead">{say("home.lead")}</p>
          <p>
            <a className="button" href={isKnown ? "/account" : "/sign-in"}>
              {say(isKnown ? "home.toAccount" : "home.toSignIn")}
            </a>
          </p>
        </div>
        <MessagePicture text={say.rich("home.message", { b: (words) => <b>{words}</b> })} />
      </div>
      <ul className="promises">
        <li>
          <h2>{say("home.once")}</h2>
          <p>{say("home.onceMore")}</p>
        </li>
        <li>
          <h2>{say("home.yours")}</h2>
          <p>{say("home.yoursMore")}</p>
        </li>
        <li>
          <h2>{say("home.everybody")}</h2>
          <p>{say("home.everybodyMore")}</p>
        </li>
      </ul>
      <div lang="en">
        <ForDevelopers prices={pricesOfFraud()} />
      </div>
    </>
  )
}
