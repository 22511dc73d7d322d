import type { Event, EventKind } from "@/lib/account/event"
import { networkOf } from "@/lib/limits/network"
import type { Caller } from "@/lib/sign-in/core"

/** Whom and what an event is about, beyond who called. What is named here stands instead of the caller's. */
export type EventDetail = Pick<Event, "at"> &
  Partial<Pick<Event, "accountId" | "sessionId" | "client" | "network" | "reason">>

/** What happened at a caller's request, as the record keeps it: from which network, and by which client. */
export const eventOf = (
  kind: EventKind,
  { realm, client, address }: Pick<Caller, "realm" | "client" | "address">,
  detail: EventDetail,
): Event => ({ kind, realm, client, network: networkOf(address), ...detail })
