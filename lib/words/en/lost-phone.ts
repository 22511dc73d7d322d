export const lostPhone = {
  title: "I no longer have my phone",
  thisPhone: "I no longer have this phone",
  lead: "PINs go to your phone number. Without the phone, these are the ways in, and the ways to another number.",
  numberHeading: "If you can keep the number",
  number:
    "Ask your phone company for a new SIM card with the same number. PINs then reach you again, and there is nothing to change here. If your phone was stolen, have the old card blocked at once: whoever has it gets your PINs.",
  passkeyHeading: "If you have a passkey",
  passkey: "Sign in with it. No text message is sent, and we take you to the page where you change your phone number.",
  needsScript:
    "Passkeys work only where JavaScript is on. Turn it on, or open this page in a browser in which it is on.",
  cancelled: "No passkey was used. You can try again",
  unsupported: "This browser has no passkeys. Open this page in another one",
  browserHeading: "If you are still signed in in another browser",
  browser: "Open <b>{address}</b> there, and enter your new number.",
  trusted:
    "In a browser that we do not text, your email address alone signs you in, for up to 30 days after you asked for it.",
  waitHeading: "How long the change takes",
  wait: "Without the old phone it takes 72 hours. They begin when our message about it has reached the old number, so that nobody else can change your number without your knowing. Meanwhile you stay signed in where you asked for it. Your other browsers show the change, and can stop it.",
  otherwiseHeading: "If you have none of these",
  otherwise:
    "Then nothing tells us that you are not somebody who only knows your email address. That is why nobody can have a number changed by asking for it, neither here nor by a call or a message.",
  ask: "Ask the people who run {name}, in the way that you usually reach them, what they can do for you. You can also create a new account with another email address and your new number.",
  back: "Back to signing in",
  arrived:
    "You signed in without your phone. Enter the new number and the PIN that we send to it, then choose “{button}”. The change then takes 72 hours. If somebody else may have the old phone, sign it out and remove its passkey in your account, too.",
  goOn: "Go on to where you were signing in",
}
