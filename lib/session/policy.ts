import { type Duration, days, hours, minutes, seconds } from "@/lib/time"

/** Who may use a session: a token of one audience opens nothing in another. */
export type Audience = "handbid" | "browser" | "goodcity" | "commerce" | "social" | "openid"

/** How the sessions of one audience live. */
export type SessionPolicy = {
  access: Duration
  /** Undefined where there are no refresh tokens. It slides with each refresh. */
  refresh: Duration | undefined
  /** The end, however often it is refreshed. */
  session: Duration
  /** How an access token is written. Whatever its form, it is looked up on every use, so that revocation is immediate. */
  format: "opaque" | "HS256" | "RS256"
  refreshPrefix: string
  /** What an old refresh token gets within the grace: the same successor, or no. After it, either way, reuse ends the session. */
  within: "repeat" | "refuse"
  /** Whether a new sign-in ends the account's other sessions of this audience. */
  single: boolean
  /** Whether a session is bound to the device that the caller names, and so cannot begin without one. */
  bound: boolean
  /** Whether a session belongs to the app that it began for, and so is refreshed by that one alone (RFC 9700, 4.14.2). */
  ofClient?: true
  /** What a person's own session may do, where this is told in scopes. */
  scopes?: readonly string[]
  /** How long a machine's session lives, and its one token; undefined where machines get none. */
  machine?: Duration
}

/** How long after its use an old refresh token is a lost answer or a race, and not yet a theft. */
export const grace: Duration = seconds(10)

const opaque = { format: "opaque", refreshPrefix: "", within: "repeat", single: false, bound: false } as const

/** JWTs that a server may check by itself, refreshed by a token that is good once. */
const signed = {
  format: "RS256",
  access: hours(1),
  refresh: days(30),
  session: days(365),
  refreshPrefix: "rt_",
  within: "refuse",
  single: false,
  bound: false,
} as const

/** The sessions of every audience, side by side. */
export const sessionPolicies: Readonly<Record<Audience, SessionPolicy>> = {
  handbid: { ...opaque, access: days(30), refresh: days(90), session: days(365) },
  browser: { ...opaque, access: days(30), refresh: undefined, session: days(30) },
  goodcity: { ...opaque, format: "HS256", access: minutes(30), refresh: undefined, session: minutes(30) },
  commerce: { ...signed, scopes: ["read", "write"], machine: hours(2) },
  social: {
    format: "HS256",
    access: hours(1),
    refresh: days(90),
    session: days(365),
    refreshPrefix: "",
    within: "refuse",
    single: true,
    bound: true,
  },
  // Apps that people sign in to by OpenID Connect. What they hold opens none of our APIs.
  openid: { ...signed, ofClient: true },
}
