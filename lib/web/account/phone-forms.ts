import { parsePhone } from "@/lib/account/phone-number"
import { cancelPhoneChange, changePhone, resendChangePin } from "@/lib/my-account/change-phone"
import { provePhone } from "@/lib/my-account/prove-phone"
import { stopPhoneChange } from "@/lib/my-account/stop-phone-change"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { memberForm } from "@/lib/web/account/member-form"
import * as read from "@/lib/web/account/phone-schemas"
import { noFields, type Outcome } from "@/lib/web/form"
import { phoneProblem } from "@/lib/web/phone-problem"

const page = "/account/phone"

/** A new number: a PIN goes to it, and one to the old. Where the old one's could not be sent, the page must not say it was. */
export const changePhoneForm = memberForm({
  page,
  read: read.changePhoneForm,
  async run(request, member, core, { cookie }) {
    const { phone } = member.signedIn.account
    if (phone !== null && parsePhone(request.phone, request.country)?.e164 === phone)
      return { problems: [{ field: "phone", message: { key: "changePhone.same" } }] }
    const begun = await changePhone(request, member, core)
    if (isRefusal(begun) && begun.kind === "invalid-phone")
      return { refusal: begun, problems: [phoneProblem(request.phone, request.country)] }
    if (isRefusal(begun)) return no(begun)
    delete cookie.oldPinUnsent
    if (!isRefusal(begun.toOld)) return { go: page }
    cookie.oldPinUnsent = true
    return { go: page, refusal: begun.toOld }
  },
})

/** The PIN of the phone that the page asks for: first the new one's, then the old one's. */
export const provePhoneForm = memberForm({
  page,
  read: read.provePhoneForm,
  async run(request, member, core) {
    const proved = await provePhone(request, member, core)
    if (isRefusal(proved)) return no(proved)
    return { go: proved.changed ? "/account?done=phone-changed" : page }
  },
})

export const resendChangePinForm = memberForm({
  page,
  read: read.resendChangePinForm,
  async run(request, member, core, { cookie }) {
    const sent = await resendChangePin(request, member, core)
    if (isRefusal(sent)) return no(sent)
    if (request.which === "old") delete cookie.oldPinUnsent
    return { go: `${page}?sent=again` }
  },
})

/** "I do not have my old phone": the change waits, and the old phone is told. Where it cannot be, the page says what is left. */
export const waitForPhoneForm = memberForm({
  page,
  read: noFields,
  async run(_, member, core) {
    const waits = await waitForPhone({}, member, core)
    if (isRefusal(waits)) return no(waits)
    return { go: waits === "untold" ? page : "/account" }
  },
})

/** Cancels the change. One that is gone already is what was wanted. */
export const cancelPhoneChangeForm = memberForm({
  page,
  read: noFields,
  async run(_, member, core) {
    const cancelled = await cancelPhoneChange({}, member, core)
    return { go: cancelled ? "/account" : "/account?done=phone-cancelled" }
  },
})

/** "That was not me", in another session than the one that asked. One that has ended is what was wanted. */
export const stopPhoneChangeForm = memberForm({
  page: "/account",
  read: noFields,
  async run(_, member, core) {
    const stopped = await stopPhoneChange({}, member, core)
    return { go: stopped ? "/account" : "/account?done=phone-stopped" }
  },
})

/** What was not found has ended meanwhile, perhaps in another tab: the page shows where things are. */
const no = (refusal: Refusal): Outcome => (refusal.kind === "not-found" ? { go: page } : { refusal })
