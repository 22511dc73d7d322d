import type { Event, EventKind } from "@/lib/account/event"

type Words = Readonly<Record<EventKind, (event: Event) => string>>

/** What happened, as the account's owner is told. */
const words: Words = {
  "signed-in": () => "Signed in",
  registered: () => "Account created",
  refreshed: () => "An app stayed signed in",
  refused: ({ reason = "" }) => refusals[reason] ?? "A try to sign in was refused",
  "refresh-reused": () => "An old token was used again, so that session was ended",
  replaced: () => "Signed out, because a new sign-in took its place",
  "signed-out": () => "Signed out",
  "signed-out-everywhere": () => "Signed out everywhere",
  "pins-capped": () => "There were too many wrong PINs, so no more were taken",
  "phone-change-asked": () => "A change of phone number was asked for",
  "phone-changed": () => "The phone number was changed",
  "phone-change-cancelled": () => "The change of phone number was cancelled",
  "phone-change-released": () => "An operator let the change of phone number go on",
  "operator-seated": () => "Became an operator of the console",
  "operator-released": () => "Another operator ended the access to the console",
  "api-key-made": () => "An API key was created",
  "api-key-revoked": () => "An API key was revoked",
  "client-token": () => "A program got a token",
  "console-blocked": ({ reason }) => `Console: ${reason} was blocked`,
  "console-allowed": ({ reason }) => `Console: ${reason} was allowed`,
  "console-entry-removed": ({ reason }) => `Console: ${reason} was taken off the list`,
  "console-mode-pinned": ({ reason }) => `Console: the attack mode was pinned at ${reason}`,
  "console-mode-unpinned": () => "Console: the attack mode was let go",
  "console-exported": () => "Console: decisions were exported",
  "console-operator-released": () => "Console: another operator was released",
  "console-phone-change-released": ({ reason }) => `Console: the ${reason} of phone was let go on`,
  "console-theme-set": ({ reason }) => `Console: the theme of ${reason} was set`,
  "console-theme-removed": ({ reason }) => `Console: the theme of ${reason} was removed`,
}

const refusals: Readonly<Record<string, string>> = {
  "wrong-pin": "A wrong PIN was refused",
  "wrong-password": "A wrong password was refused",
}

/** An event in plain words, and how often it happened where that was more than once. */
export const wordsForEvent = (event: Event): string => {
  const { count = 1 } = event
  return `${words[event.kind](event)}${count > 1 ? `, ${count} times within a minute` : ""}`
}
