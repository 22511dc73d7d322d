import type { Account } from "@/lib/account/account"
import type { PhoneChange, Which } from "@/lib/account/phone-change"
import { type PhoneNumber, parsePhone } from "@/lib/account/phone-number"
import type { NotAdmitted } from "@/lib/firewall/admit"
import { type DoorNeeds, enter } from "@/lib/firewall/enter"
import type { NoEntry, Pass } from "@/lib/firewall/pass"
import { networkOf } from "@/lib/limits/network"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller, Core, Member } from "@/lib/sign-in/core"
import { type PinSent, type SendNeeds, sendPin } from "@/lib/sign-in/steps/send-pin"
import { type SettleNeeds, settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"

/** What a PIN for one of the two phones is found by. No caller can type it: it is no email and no phone. */
export const subjectOf = (which: Which, { id }: Account): string => `change-${which}\n${id}`

/** What sending a PIN to one of the two phones needs. */
type ResendNeeds = DoorNeeds & SendNeeds & Pick<Core, "phoneChanges">

/** Why one of the two phones gets no PIN. */
type NotSent = NoEntry | NotAdmitted

/** A change has begun. The PIN to the new phone is on its way; what became of the old phone's is told apart. */
export type PhoneChangeBegun = { newPhone: PhoneNumber; toOld: PinSent | NotSent }

/**
 * Begins to change the caller's phone: a fresh PIN goes to the new phone and one to the old. Nothing changes before both
 * are right, or the delay without the old one is over. It takes the place of a change that was begun before, and its PINs'.
 */
export async function changePhone(
  request: { phone: string; country: string },
  member: Member,
  core: ResendNeeds & SettleNeeds,
): Promise<PhoneChangeBegun | NotSent | No<"invalid-phone" | "not-found">> {
  const { account } = member.signedIn
  const newPhone = parsePhone(request.phone, request.country)
  if (!newPhone || newPhone.e164 === account.phone) return refuse({ kind: "invalid-phone" })
  // One that is due by now is not taken back by another: it is done, and may have ended this very session.
  if (!account.phone || (await settlePhoneChange(account, core))) return refuse({ kind: "not-found" })
  const pass = await enterToChange(member, core)
  if (isRefusal(pass)) return pass

  const at = core.now()
  const sent = await send("new", newPhone, member, pass, core)
  if (isRefusal(sent)) return sent
  const { session } = member.signedIn
  const change = { askedBy: session.id, newPhone: newPhone.e164, newCountry: newPhone.country, createdAt: at }
  const nothingYet = { oldProvedAt: null, newProvedAt: null, effectiveAt: null, noticeId: null, untoldAt: null }
  const begun = await core.phoneChanges.begin({ id: core.newId(), accountId: account.id, ...change, ...nothingYet })
  if (!begun) return refuse({ kind: "not-found" })
  const about = { accountId: account.id, sessionId: session.id, network: networkOf(member.address) }
  await core.events.append({ at, realm: account.realm, kind: "phone-change-asked", ...about })
  return { newPhone, toOld: await send("old", oldPhoneOf(account), member, pass, core) }
}

/** Sends one of the two phones a new PIN. The one before it is dead. */
export async function resendChangePin(
  { which }: { which: Which },
  member: Member,
  core: ResendNeeds,
): Promise<PinSent | NotSent | No<"not-found">> {
  const { account } = member.signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change || change.effectiveAt) return refuse({ kind: "not-found" })
  const pass = await enterToChange(member, core)
  if (isRefusal(pass)) return pass
  return send(which, which === "new" ? newPhoneOf(change) : oldPhoneOf(account), member, pass, core)
}

/** Ends the caller's change of phone without effect, even while it waits. One that is due is not to be stopped any more. */
export async function cancelPhoneChange(
  _: object,
  member: Member,
  core: SettleNeeds,
): Promise<undefined | No<"not-found">> {
  return (await endPhoneChange(member, core)) ? undefined : refuse({ kind: "not-found" })
}

/** The same, and answers which session had asked for it. */
export async function endPhoneChange(
  { signedIn, address }: Member,
  core: SettleNeeds,
): Promise<Pick<PhoneChange, "askedBy"> | undefined> {
  const { account, session } = signedIn
  const at = core.now()
  const ended = await core.phoneChanges.cancel(account.id, at)
  if (!ended) return undefined
  const about = { accountId: account.id, sessionId: session.id, client: session.client, network: networkOf(address) }
  await core.events.append({ at, realm: account.realm, kind: "phone-change-cancelled", ...about })
  return ended
}

/** The door of every step that can cause a text message. */
export const enterToChange = (caller: Caller, core: DoorNeeds): Promise<Pass | NoEntry> =>
  enter({ verb: "change-phone", action: "login" }, caller, core)

const send = (which: Which, phone: PhoneNumber, member: Member, pass: Pass, core: SendNeeds) => {
  const { account } = member.signedIn
  const { id: accountId, realm, whitelabelId } = account
  const language = member.language ?? account.language
  const about = { realm, subject: subjectOf(which, account), phone, whitelabelId, accountId, applicant: null, language }
  // No device has signed in with a number that is new to the account.
  const to =
    which === "new" ? ({ to: "newcomer", whose: "stranger" } as const) : ({ to: "known", whose: "home" } as const)
  return sendPin({ ...about, ...to, purpose: "change-phone", renew: "replace" }, pass, core)
}

const newPhoneOf = ({ newPhone, newCountry }: PhoneChange): PhoneNumber => ({ e164: newPhone, country: newCountry })

/** The account's own phone. Without a noted country it is on no list, and gets no message. */
export const oldPhoneOf = ({ phone, phoneCountry }: Account): PhoneNumber => ({
  e164: phone ?? "",
  country: phoneCountry ?? "",
})
