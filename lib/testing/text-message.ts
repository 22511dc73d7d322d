/** A PIN on its way, as any sender is handed it. */
export const message = {
  channel: "sms",
  language: "en",
  to: "+13035551212",
  body: "123456 is your Latchkey PIN.",
  pin: "123456",
} as const
