export const email = {
  title: "Sign in",
  lead: "Enter your email address. We send a PIN to the phone that belongs to it.",
  label: "Email address",
  hint: "New here? Start with your email address, too.",
  remember: "Remember this address on this device",
  submit: "Continue",
  busy: "Checking…",
  remembered: "This device remembers the email of the last sign-in.",
  forget: "Not you? Forget this email",
  otherWays: "Other ways to sign in",
  google: "Sign in with Google",
  apple: "Sign in with Apple",
}

export const passkey = {
  use: "Sign in with a passkey",
  busy: "Waiting for your passkey…",
  cancelled: "No passkey was used. Try again, or enter your email address, and we send you a PIN",
  unsupported: "This browser has no passkeys. Enter your email address, and we send you a PIN",
}

export const allow = {
  title: "{name} asks who you are",
  lead: "{name}, at {host}, asks to sign you in with your account here. It will know:",
  openid: "that you have an account here, by an ID that says nothing else about you",
  profile: "your name and your language",
  email: "your email address",
  phone: "your phone number",
  yes: "Allow",
  no: "Do not allow",
}

export const notAnApp = {
  title: "This link does not work",
  lead: "An app sent you here in a way that we do not know, so we cannot sign you in to it. Go back to the app and try again. If that does not help, tell whoever runs it.",
  unknown: "For its developers: client_id names no client with redirect URIs.",
  wrongAddress: "For its developers: redirect_uri is missing, or not registered exactly as it was sent.",
}

export const leave = {
  title: "Sign out?",
  lead: "An app or a link asks to sign you out here, on this browser.",
  yes: "Sign out",
  no: "Stay signed in",
}

export const onward = {
  title: "Going back",
  lead: "We are taking you back to {host}.",
  app: "You are signing in to {name}.",
  toApp: "We are taking you back to the app that you came from.",
  go: "Continue",
}

export const spelling = {
  title: "Check your email address",
  question: "You typed <email>{typed}</email>. Did you mean <email>{meant}</email>?",
  use: "Use {meant}",
  keep: "Keep {typed}",
  busy: "Checking…",
}

export const register = {
  title: "Create your account",
  email: "Email address",
  otherEmail: "Use a different email",
  firstName: "First name",
  lastName: "Last name",
  phone: "Mobile phone number",
  phoneHint: "We send a PIN to this number by text message, now and each time you sign in.",
  phoneHintAnyWay: "We send a PIN to this number, now and each time you sign in.",
  submit: "Send me a PIN",
  busy: "Sending the PIN…",
}

export const pin = {
  title: "Enter the PIN",
  heading: "Check your phone",
  sentAgain: "We sent the PIN again.",
  sent: "We sent a 6-digit PIN to the number ending in\u00a0<b>{ending}</b>.",
  sentByWhatsapp: "We sent a 6-digit PIN by WhatsApp to the number ending in\u00a0<b>{ending}</b>.",
  calling: "We are calling the number ending in\u00a0<b>{ending}</b> to tell you a 6-digit PIN.",
  callingNow: "We are calling you now.",
  unsent: "We have not sent a 6-digit PIN to the number ending in\u00a0<b>{ending}</b> yet.",
  changeNumber: "Change number",
  who: "You are signing in as <email>{typed}</email>.",
  otherEmail: "Use a different email",
  inbox: "On this development server, text messages arrive in the <inbox>inbox</inbox>.",
  label: "PIN",
  hint: "6 digits, for example 123456.",
  trust: "Do not text me on this device for 30 days",
  trustHint: "Your email address alone then signs you in here. Leave it unticked on a device that others use.",
  submit: "Sign in",
  busy: "Signing in…",
  sendAgain: "Send the PIN again",
  sendNew: "Send a new PIN",
  sending: "Sending…",
  askAgain: "You can ask for another {when}",
  askNow: "You can ask for another text message now.",
}

/** The other ways that a PIN may come. */
export const channels = {
  sms: "Text me the PIN instead",
  whatsapp: "Send it by WhatsApp instead",
  voice: "Call me with the PIN",
}

export const noText = {
  heading: "No text message yet?",
  checkNumber: "Check that your number ends in {ending}. If it does not, <register>change it</register>.",
  phoneOn: "Make sure that your phone is on, has a signal, and does not block unknown senders.",
  sendAgain: "Send the PIN again. If the first message comes late, its PIN still works.",
  later: "Move to where the signal is better, or sign in later.",
  laterOr: "Move to where the signal is better, or sign in later. Or <start>sign in another way</start>.",
  takesAMinute: "A text message can take a minute.",
  toldHere: "A text message can take a minute. You will see here what becomes of it.",
  ask: "Check what happened to it",
  left: "We sent your text message. The phone network can take a few minutes to deliver it.",
  delivered:
    "The phone network says that it delivered the text message. Check your blocked and filtered messages, too.",
  undelivered: "The phone network could not deliver the text message to the number ending in {ending}.",
  "not-taken": "The number ending in {ending} cannot get text messages from us.",
}
