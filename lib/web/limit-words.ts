import type { QuotaName } from "@/lib/refusal"

const newNumbers = "We cannot send text messages to new numbers"
const elsewhere = "Use another network, such as mobile data, or try again"
const otherNumber = "Use another number or network, or try again"
const knownDevice = "Use a browser that you signed in with before, or try again"
const tooManyTries = "There were too many tries. Try again"

/**
 * What held somebody up, and what helps, with the space for when at its end. Whoever is held up by what others may have done is
 * told so, and not that it was them.
 */
export const limitWords: Readonly<Record<QuotaName, string>> = {
  block: `We cannot send text messages to numbers like this one right now. ${otherNumber}`,
  prefix: `We cannot send text messages to numbers like this one right now. ${otherNumber}`,
  country: `${newNumbers} in this country right now. ${otherNumber}`,
  strangers: `${newNumbers} in this country right now. ${otherNumber}`,
  network: `Your network asked for many text messages. ${otherNumber}`,
  "wide-network": `Networks near yours asked for many text messages. ${otherNumber}`,
  strict: `Your network asked us for a lot in a short time. ${elsewhere}`,
  trusted: `Your network asked us for a lot in a short time. ${elsewhere}`,
  "strict-place": `Networks near yours asked us for a lot in a short time. ${elsewhere}`,
  "trusted-place": `Networks near yours asked us for a lot in a short time. ${elsewhere}`,
  "lookups-network": `Your network asked for many text messages. ${otherNumber}`,
  "lookups-place": `Networks near yours asked for many text messages. ${otherNumber}`,
  "lookups-country": `${newNumbers} in this country right now. ${otherNumber}`,
  client: `${newNumbers} right now. ${otherNumber}`,
  "attack-mode": `${newNumbers} right now. ${otherNumber}`,
  hour: "This phone number got as many text messages as it may in an hour. You can ask for another",
  day: "This phone number got as many text messages as it may in a day. You can ask for another",
  "strangers-hour": `Many text messages were asked for in your name this past hour. ${knownDevice}`,
  "strangers-day": `Many text messages were asked for in your name today. ${knownDevice}`,
  "asker-day": `Many text messages were asked for in your name from this network today. ${knownDevice}`,
  "stranger-texts-account": `Many text messages were asked for in your name, and nobody used them. ${knownDevice}`,
  "stranger-texts-network": `Your network asked for many text messages, and nobody used them. ${knownDevice}`,
  "stranger-texts-place": `Networks near yours asked for many text messages, and nobody used them. ${knownDevice}`,
  "guesses-account": `There were many wrong PINs for this account from devices that are new to it. ${knownDevice}`,
  "guesses-network": `There were many wrong PINs from your network. ${knownDevice}`,
  "guesses-place": `There were many wrong PINs from networks near yours. ${knownDevice}`,
  pin: `There were many wrong PINs from your network. ${elsewhere}`,
  "pin-place": `There were many PINs from networks near yours. ${elsewhere}`,
  wait: "There were too many wrong PINs. Try again",
  captcha: tooManyTries,
  discovery: tooManyTries,
  tries: tooManyTries,
  password: tooManyTries,
  "password-place": tooManyTries,
  "password-cap": tooManyTries,
  "guesses-realm": tooManyTries,
  "stranger-texts-realm": tooManyTries,
  "strict-lane": tooManyTries,
  steady: tooManyTries,
  everyone: tooManyTries,
  accounts: tooManyTries,
  "accounts-place": tooManyTries,
  "api-keys": tooManyTries,
  "sign-ins": tooManyTries,
  "social-sign-in": tooManyTries,
  "social-refresh": tooManyTries,
  refresh: tooManyTries,
  "account-refresh": tooManyTries,
  "network-refresh": tooManyTries,
  devices: tooManyTries,
  "network-devices": tooManyTries,
  favorites: tooManyTries,
  "client-tokens": tooManyTries,
  shown: tooManyTries,
}
