import type { Event, EventKind } from "@/lib/account/event"
import type { OAuthClient } from "@/lib/session/oauth-client"

/** An app that an operator makes on the console. */
export type NewApp = Omit<OAuthClient, "name"> & { name: string; madeBy: string; madeAt: Date }

/** A client as operators see it. One without `madeBy` is the environment's, and is changed there. */
export type ListedApp = Omit<OAuthClient, "secretHash"> & {
  keepsSecret: boolean
  madeBy: string | null
  madeAt: Date | null
  disabledAt: Date | null
  version: number
}

/** Which app a change is for, and the version that its operator saw: where it is not the newest, nothing is changed. */
export type Seen = { id: string; version: number }

/** A change of an app: what, of which, by which operator's account and when. */
export type AppChange = { at: Date; kind: EventKind; app: string; by: string | null }

/** The apps that operators make. Each method is one conditional statement that writes its event and answers whether it won. */
export type MadeApps = {
  /** Every client, the environment's first. */
  list(): Promise<ListedApp[]>
  /** False where one of this id is there already: of two at once one is made. */
  make(app: NewApp, event: Event): Promise<boolean>
  /** Another secret, by its hash. The one before is worth nothing from then on. */
  rotate(seen: Seen, secretHash: string, event: Event): Promise<boolean>
  /** It signs nobody in any more, and the sessions of its people end. */
  disable(seen: Seen, event: Event, now: Date): Promise<boolean>
  /** It may sign people in again; nobody is signed in by that. */
  enable(seen: Seen, event: Event, now: Date): Promise<boolean>
  /** What was changed lately, the newest first. */
  changes(most: number): Promise<AppChange[]>
}

/** The events of those changes. */
export const appChangeKinds = [
  "console-app-made",
  "console-app-secret-replaced",
  "console-app-disabled",
  "console-app-enabled",
] as const satisfies readonly EventKind[]
