import { ForDevelopers } from "@/components/home/for-developers"
import { Announcement } from "@/components/ui/announcement"
import { MessagePicture } from "@/components/ui/message-picture"
import { PageTitle } from "@/components/ui/page-title"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { isSignedIn } from "@/lib/live/pages"
import { pricesOfFraud } from "@/lib/web/prices-of-fraud"

/** What this is, and the way in. */
export default async function HomePage({ searchParams }: PageProps<"/">) {
  const isKnown = await isSignedIn()
  const isSignedOut = "signed-out" in (await searchParams) && !isKnown
  return (
    <>
      <PageTitle>{isSignedOut ? "You are signed out" : "Sign in with your phone"}</PageTitle>
      {isSignedOut && <Announcement>You are signed out.</Announcement>}
      <SameInEveryTab tells={isSignedOut} />
      <div className="hero">
        <div>
          <h1>Sign in with your phone</h1>
          <p className="lead">
            We send a 6-digit PIN by text message. Enter it, and you are in. There is no password to remember, and none
            to steal.
          </p>
          <p>
            <a className="button" href={isKnown ? "/account" : "/sign-in"}>
              {isKnown ? "Go to your account" : "Sign in"}
            </a>
          </p>
        </div>
        <MessagePicture />
      </div>
      <ul className="promises">
        <li>
          <h2>A PIN works once</h2>
          <p>It works for 10 minutes and for one sign-in. After five wrong tries you need a new one.</p>
        </li>
        <li>
          <h2>Your PIN is yours</h2>
          <p>Nobody from Latchkey ever asks for it by phone, email or text. Type it on this site only.</p>
        </li>
        <li>
          <h2>It works for everybody</h2>
          <p>With a keyboard, with a screen reader, on an old phone, on a slow connection, and without JavaScript.</p>
        </li>
      </ul>
      <ForDevelopers prices={pricesOfFraud()} />
    </>
  )
}
