export const account = {
  title: "Your account",
  heading: "You are signed in",
  back: "Back to your account",
  profile: "Profile",
  name: "Name",
  email: "Email address",
  phone: "Phone",
  numberEnding: "Number ending in {ending}",
  console: "Open the operator's console",
  security: "Security",
  signOut: "Sign out",
  signOutEverywhere: "Sign out everywhere",
  sessions: "Where you are signed in",
  thisDevice: "This device",
  lastSeen: "last seen <when></when>",
  lastSeenIn: "{place}, last seen <when></when>",
  signOutThisOne: "Sign out there",
  events: "Recent activity",
  when: "{ago}, {clock}",
  whenIn: "{ago}, {clock}, {place}",
  older: "Show older",
  connected: "Connected apps and keys",
  alsoSignInWith: "You can also sign in with",
  cappedHeading: "There were many wrong PINs",
  capped:
    "On <when>{clock}</when> there were so many wrong PINs for your account that we stopped taking PINs for it from new devices. No one got in that way, and the devices that you signed in on before still work. To sign in on a new one, sign out here and sign in again first.",
}

export const passkeys = {
  heading: "Passkeys",
  lead: "With a passkey you sign in by your fingerprint, your face or your screen lock. There is no text message to wait for, and no PIN to type.",
  list: "Your passkeys",
  created: "Added <created></created>, never used",
  used: "Added <created></created>, last used <used></used>",
  synced: "On several devices",
  add: "Add a passkey",
  adding: "Waiting for your device…",
  cancelled: "No passkey was added. You can try again",
  unsupported: "This browser has no passkeys. Try another one, such as the one on your phone",
  taken: "This device has a passkey for your account already",
  stale: "You signed in a while ago. To add a passkey, sign in again, so that we know it is you.",
  signInAgain: "Sign in again",
  rename: "Rename",
  name: "Name of the passkey",
  save: "Save the name",
  remove: "Remove",
}

export const trust = {
  heading: "Devices without text messages",
  lead: "In these browsers your email address alone signs you in. If you no longer have one, or others use it, have it texted again. Whoever is signed in there stays so until you sign them out.",
  list: "Devices without text messages",
  until: "Until <until></until>, last used <used></used>",
  untilIn: "{place}, until <until></until>, last used <used></used>",
  end: "Text me again",
}

export const devices = {
  browser: "A browser",
  app: "An app",
  unknownBrowser: "A browser that we do not know",
  browserOn: "{browser} on {system}",
  inApp: "{app}, signed in to from: {device}",
}

export const done = {
  session: "That device is signed out.",
  passkey: "Your passkey is added. Use it the next time you sign in.",
  "passkey-renamed": "The name of the passkey is saved.",
  "passkey-removed":
    "The passkey is removed. It no longer opens your account. You can delete it in your device's settings, too.",
  "device-trusted": "We do not text you on this device for 30 days. You can change that below.",
  "device-not-trusted":
    "We keep texting you on this device: operators, and people whose organisation asks for a PIN each time, always get one.",
  "device-untrusted": "The next sign-in on that device takes a PIN again.",
  "key-revoked": "The key is revoked. It no longer opens anything.",
  "phone-changed":
    "Your phone number is changed. You are signed out everywhere else. API keys and passkeys keep working until you revoke or remove them.",
  "phone-cancelled": "The change of phone number is cancelled.",
  "phone-stopped":
    "The change of phone number is stopped, and whoever asked for it is signed out. If it was somebody else, sign out everywhere, and remove passkeys that are not yours.",
}

export const everywhere = {
  title: "Sign out everywhere?",
  onlyHere:
    "You are signed in only here. This signs you out, and every device that you signed in on before counts as new. Do it if you lost a device, or used one that others use.",
  all: "This signs you out in all {sessions} browsers and apps, this one too. Do it if you lost a device, or used one that others use.",
  keys: "This does not end your API keys: programs keep working with them unless you revoke them too.",
  revokeKey: "Also revoke my API key",
  revokeKeys: "Also revoke my {keys} API keys",
}

export const keys = {
  summary: "API keys, for developers",
  none: "You have no API keys.",
  list: "API keys",
  created: "{scopes}. Created <created></created>, never used",
  used: "{scopes}. Created <created></created>, last used <used></used>",
  revoke: "Revoke",
  name: "Name of the key",
  nameHint: "So that you know later which program has it.",
  allowed: "What it may do",
  create: "Create a key",
  creating: "Creating…",
  ready: "Your key <name>{key}</name> is ready",
  copyNow: "Copy it now. We show it once, and cannot show it again.",
  label: "Your new API key",
  copy: "Copy the key",
  copied: "Copied",
}
