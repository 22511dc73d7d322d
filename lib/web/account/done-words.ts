const words: Readonly<Record<string, string>> = {
  session: "That one is signed out.",
  "key-revoked": "The key is revoked. Nothing opens with it any more.",
  "phone-changed":
    "Your phone number is changed. You are signed out everywhere else. API keys go on until you revoke them.",
  "phone-cancelled": "The change of phone number is cancelled.",
}

/** What `?done=` says on the account page. */
export const doneWords = (done: unknown): string | undefined =>
  typeof done === "string" && Object.hasOwn(words, done) ? words[done] : undefined
