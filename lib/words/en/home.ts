export const home = {
  title: "Sign in with your phone",
  signedOut: "You are signed out",
  signedOutNews: "You are signed out.",
  lead: "We send a 6-digit PIN by text message. Enter it, and you are in. There is no password to remember, and none to steal.",
  toAccount: "Go to your account",
  toSignIn: "Sign in",
  message: "<b>482913</b> is your Latchkey PIN. It works for 10 minutes.",
  once: "A PIN works once",
  onceMore: "It works for 10 minutes and for one sign-in. After five wrong tries you need a new one.",
  yours: "Your PIN is yours",
  yoursMore: "Nobody from Latchkey ever asks for it by phone, email or text. Type it on this site only.",
  everybody: "It works for everybody",
  everybodyMore:
    "With a keyboard, with a screen reader, on an old phone, on a slow connection, and without JavaScript.",
}
