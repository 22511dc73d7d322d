export const changePhone = {
  title: "Change your phone number",
  goOn: "Continue changing your phone number",
  waitsNoMore: "The change of your phone number is on hold: our message about it did not reach the old number.",
  lead: "Now your PINs go to the number ending in <b>{ending}</b>. We send a PIN to the new number and one to the old, to be sure that both are yours.",
  label: "New mobile phone number",
  submit: "Send the PINs",
  busy: "Sending the PINs…",
  same: "This is your phone number already. Enter the new one",
  waiting: "Waiting to change your phone number",
  comingHeading: "Your phone number is about to change",
  coming:
    "From <when>{clock}</when> on, your PINs go to the number ending in {ending}, and you are signed out everywhere except on the device that asked for it. If that was not you, cancel it and sign out everywhere.",
  cancel: "Cancel the change",
}

export const provePhone = {
  newTitle: "Enter the PIN from the new phone",
  oldTitle: "Enter the PIN from the old phone",
  newLabel: "PIN from the new phone",
  oldLabel: "PIN from the old phone",
  sentAgain: "We sent a new PIN.",
  sentToNew: "We sent a PIN to the new number ending in <b>{ending}</b>.",
  oldUnsent:
    "We could not send a PIN to the old number ending in <b>{ending}</b>. You can ask for it in the next step.",
  sentToOld: "The new number is yours. We sent a PIN to the old number ending in <b>{ending}</b>.",
  yetToOld: "The new number is yours. We have not sent a PIN to the old number ending in <b>{ending}</b> yet.",
  hint: "6 digits, for example 123456.",
  next: "Continue",
  change: "Change my phone number",
  busy: "Checking…",
  untoldHeading: "We could not reach the old number",
  untold:
    "Our message did not reach the number ending in {ending}, so waiting is not enough: its owner would not know of the change.",
  waysOn:
    "If you have the old phone and once answered STOP to us, text START to the same number and ask for a new PIN. If it is out of service, ask an operator and tell them the reference <b>{reference}</b>.",
  sendNew: "Send a new PIN",
  waitHint:
    "Without the old phone the change takes 72 hours. They begin when our message about it has reached the old number.",
  noOldPhone: "I do not have the old phone",
}

/** What the account's other browsers are told. */
export const phoneAlert = {
  heading: "Somebody asked to change your phone number",
  asked: "On <when>{clock}</when>, {device} asked for your PINs to go to the number ending in {ending}.",
  askedAndLeft:
    "On <when>{clock}</when>, a browser that has signed out since asked for your PINs to go to the number ending in {ending}.",
  notYet: "It still needs a PIN from the old phone, or 72 hours.",
  waits: "It happens on <when>{clock}</when>, and then you are signed out here.",
  wasItYou:
    "If it was you, there is nothing to do. If not, type no PIN for it, and stop it: whoever asked for it is then signed out, too.",
  stop: "Stop the change",
}
