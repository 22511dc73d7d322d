import { type Duration, minutes } from "@/lib/time"

/** What an app has yet to be told: that a session which it got tokens for has ended. */
export type LogoutNotice = {
  /** The `jti` of its logout token, the same at each try, so that an app that heard it twice can tell. */
  id: string
  client: string
  accountId: string
  sessionId: string
  /** How often it was tried, this time included. */
  tries: number
  /** Where the app listens; null where it does not any more. */
  uri: string | null
}

/** How often an app is tried: at once, and after some 10 seconds, 1, 6 and 36 minutes. */
export const mostTries = 5

/** How long a logout token is good for (OpenID Connect Back-Channel Logout 1.0, 2.4 asks for two minutes at most). */
export const logoutTokenLife: Duration = minutes(2)

/** The notices. They are written by the statement that ends the session, so that no crash loses one. */
export type LogoutNotices = {
  /** Takes up to so many that are due: each goes to one process, and is due again later unless it is done. */
  claim(most: number, now: Date): Promise<LogoutNotice[]>
  /** It was heard, or is given up. */
  done(id: string): Promise<void>
  /**
   * Ends what apps began in a browser's session of this account at the very moment when it ended, and so were not seen by the
   * statement that ended it.
   */
  catchUp(accountId: string, now: Date): Promise<void>
}

/** What came of a try: the app heard it; it does not want it (400), and need not be asked again; or nobody can tell. */
export type Heard = "heard" | "refused" | "unheard"

/** Posts a logout token to an app. Never throws. */
export type PostLogout = (uri: string, token: string) => Promise<Heard>
