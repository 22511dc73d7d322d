import { deedOf, type Operator } from "@/lib/console/operator"
import { personScopes } from "@/lib/oauth/scopes"
import { tellApps } from "@/lib/oauth/tell-apps"
import type { NewApp, Seen } from "@/lib/session/made-app"
import { hashToken } from "@/lib/session/token"
import type { Core } from "@/lib/sign-in/core"

/** An app as an operator describes it. Its `id` was made with the page, so that a form that is sent twice makes one. */
export type AskedApp = Pick<
  NewApp,
  "id" | "name" | "redirectUris" | "postLogoutRedirectUris" | "backchannelLogoutUri" | "firstParty"
> & { keepsSecret: boolean }

type Needs = Pick<Core, "now" | "newToken" | "madeApps">

/**
 * Makes an app that people may sign in to, from now on and on every server. Answers its secret, which is told once and kept as SHA-256: it is made of
 * 256 random bits. `undefined` for an app that keeps none.
 */
export async function makeApp(
  { keepsSecret, ...app }: AskedApp,
  operator: Operator,
  core: Needs,
): Promise<{ secret: string | undefined } | "made-already"> {
  const secret = keepsSecret ? core.newToken() : undefined
  const event = deedOf("console-app-made", app.id, operator, core)
  const about = { scopes: [...personScopes], secretHash: secret === undefined ? null : hashToken(secret) }
  const made = { ...app, ...about, madeBy: operator.signedIn.account.id, madeAt: event.at }
  return (await core.madeApps.make(made, event)) ? { secret } : "made-already"
}

/** Gives an app another secret, and answers it. The one before is dead at once. Tokens that the app holds go on. */
export async function replaceAppSecret(
  seen: Seen,
  operator: Operator,
  core: Needs,
): Promise<{ secret: string } | "moved"> {
  const secret = core.newToken()
  const event = deedOf("console-app-secret-replaced", seen.id, operator, core)
  return (await core.madeApps.rotate(seen, hashToken(secret), event)) ? { secret } : "moved"
}

/** Ends an app: it signs nobody in, and its people's sessions are over, of which it is told if it listens. */
export async function disableApp(
  seen: Seen,
  operator: Operator,
  core: Pick<Core, "later"> & Pick<Core, "now" | "madeApps"> & Parameters<typeof tellApps>[0],
): Promise<"done" | "moved"> {
  const event = deedOf("console-app-disabled", seen.id, operator, core)
  if (!(await core.madeApps.disable(seen, event, event.at))) return "moved"
  core.later(() => tellApps(core))
  return "done"
}

/** Lets an app sign people in again, with the secret that it had. Nobody is signed in by that. */
export async function enableApp(seen: Seen, operator: Operator, core: Needs): Promise<"done" | "moved"> {
  const event = deedOf("console-app-enabled", seen.id, operator, core)
  return (await core.madeApps.enable(seen, event, event.at)) ? "done" : "moved"
}
