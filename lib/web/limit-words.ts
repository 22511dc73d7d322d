import type { QuotaName } from "@/lib/refusal"

/** Whoever is held up by what others may have done is told so, and what helps; and not that it was them. */
export const limitWords: Readonly<Record<QuotaName, (wait: string) => string>> = {
  block: elsewhere("We cannot send text messages to numbers like this one right now"),
  prefix: elsewhere("We cannot send text messages to numbers like this one right now"),
  country: elsewhere("We cannot send text messages to new numbers in this country right now"),
  strangers: elsewhere("We cannot send text messages to new numbers in this country right now"),
  network: elsewhere("Too many text messages were asked for from your network"),
  "wide-network": elsewhere("Too many text messages were asked for from networks near yours"),
  "strict-place": elsewhere("Too many text messages were asked for from networks near yours"),
  "trusted-place": elsewhere("Too many text messages were asked for from networks near yours"),
  "lookups-network": elsewhere("Too many text messages were asked for from your network"),
  "lookups-place": elsewhere("Too many text messages were asked for from networks near yours"),
  "lookups-country": elsewhere("We cannot send text messages to new numbers in this country right now"),
  client: elsewhere("We cannot send text messages to new numbers right now"),
  "attack-mode": elsewhere("We cannot send text messages to new numbers right now"),
  hour: (wait) => `This phone got as many text messages as it may in an hour. You can ask for another in ${wait}`,
  day: (wait) => `This phone got as many text messages as it may in a day. You can ask for another in ${wait}`,
  "strangers-hour": onKnownDevice("Many text messages were asked for in your name this past hour"),
  "strangers-day": onKnownDevice("Many text messages were asked for in your name today"),
  "asker-day": onKnownDevice("Many text messages were asked for in your name from this network today"),
  "stranger-texts-account": onKnownDevice("Many text messages were asked for in your name, and nobody used them"),
  "stranger-texts-network": onKnownDevice("Many text messages were asked for from your network, and nobody used them"),
  "stranger-texts-place": onKnownDevice(
    "Many text messages were asked for from networks near yours, and nobody used them",
  ),
  "guesses-account": onKnownDevice("There were many wrong PINs for this account from devices that are new to it"),
  "guesses-network": onKnownDevice("There were many wrong PINs from your network"),
  "guesses-place": onKnownDevice("There were many wrong PINs from networks near yours"),
  pin: (wait) => `There were many wrong PINs from your network. Wait ${wait}, then try again`,
  strict: ownTries,
  trusted: ownTries,
  captcha: ownTries,
  discovery: ownTries,
  wait: ownTries,
  tries: ownTries,
  "pin-place": ownTries,
  password: ownTries,
  "password-place": ownTries,
  "password-cap": ownTries,
  "guesses-realm": ownTries,
  "stranger-texts-realm": ownTries,
  "strict-lane": ownTries,
  steady: ownTries,
  everyone: ownTries,
  accounts: ownTries,
  "accounts-place": ownTries,
  "api-keys": ownTries,
  "sign-ins": ownTries,
  "social-sign-in": ownTries,
  "social-refresh": ownTries,
  refresh: ownTries,
  "account-refresh": ownTries,
  "network-refresh": ownTries,
  devices: ownTries,
  "network-devices": ownTries,
  favorites: ownTries,
  "client-tokens": ownTries,
  shown: ownTries,
}

/** What a person did too often themselves. */
function ownTries(wait: string): string {
  return `There were too many tries. Wait ${wait}, then try again`
}

/** What helps against a limit on numbers or networks. */
function elsewhere(why: string) {
  return (wait: string) => `${why}. Try again in ${wait}, or use another number or network`
}

/** What helps against a limit that only strangers meet. */
function onKnownDevice(why: string) {
  return (wait: string) => `${why}. Use a browser that you signed in with before, or try again in ${wait}`
}
