/**
 * What the old phone is told when another is about to take its place. It holds no link: those are what forgers send. Whoever
 * answers STOP stops our messages, and not the change.
 */
export const changeComes = (host: string, sender: string): string =>
  `Your ${sender} phone number will change in 72 hours. Not you? Sign in at ${host} and cancel it on your account page. A reply does not cancel it.`

/** What the old phone is told when another has taken its place. */
export const changeDone = (host: string, sender: string): string =>
  `Your ${sender} phone number was changed, confirmed with a PIN from this phone. You can see it on your account page at ${host}.`
