import type { Event, EventKind } from "@/lib/account/event"
import type { Core, Member } from "@/lib/sign-in/core"

/** Who works the console: a person who is signed in on our pages and was found to be an operator. */
export type Operator = Pick<Member, "realm" | "client" | "signedIn">

/** What a record needs. */
export type DeedNeeds = Pick<Core, "now" | "events">

/** What an operator did, as it is written down, so that there is no change without a name to it. */
export function deedOf(kind: EventKind, what: string, operator: Operator, { now }: Pick<Core, "now">): Event {
  const { signedIn, realm, client } = operator
  const about = { accountId: signedIn.account.id, sessionId: signedIn.session.id, client }
  return { at: now(), realm, kind, ...about, reason: what }
}

/** Writes it down, where the statement that does it does not. */
export async function noteDeed(kind: EventKind, what: string, operator: Operator, core: DeedNeeds): Promise<void> {
  await core.events.append(deedOf(kind, what, operator, core))
}
