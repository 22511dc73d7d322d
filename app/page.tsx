import { Announcement } from "@/components/ui/announcement"
import { MessagePicture } from "@/components/ui/message-picture"
import { PageTitle } from "@/components/ui/page-title"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import { isSignedIn } from "@/lib/live/pages"

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
          <h2>A PIN opens once</h2>
          <p>It works for 10 minutes and a single sign-in. After five wrong tries it is dead.</p>
        </li>
        <li>
          <h2>A text message is money</h2>
          <p>Robots that make us send texts for nothing are stopped before the bill. People do not notice.</p>
        </li>
        <li>
          <h2>Everybody gets in</h2>
          <p>By keyboard, by screen reader, on an old phone, on a slow line, and with scripts switched off.</p>
        </li>
      </ul>
    </>
  )
}
