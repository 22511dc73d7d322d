import type { EventKind } from "@/lib/account/event"
import type { Core, Member } from "@/lib/sign-in/core"

/** Who works the console: a person who is signed in on our pages and was found to be an operator. */
export type Operator = Pick<Member, "realm" | "client" | "signedIn">

/** What a record needs. */
export type DeedNeeds = Pick<Core, "now" | "events">

/** Writes down what an operator did, so that there is no change without a name to it. */
export async function noteDeed(kind: EventKind, what: string, operator: Operator, core: DeedNeeds): Promise<void> {
  const { signedIn, realm, client } = operator
  const about = { accountId: signedIn.account.id, sessionId: signedIn.session.id, client }
  await core.events.append({ at: core.now(), realm, kind, ...about, reason: what })
}
