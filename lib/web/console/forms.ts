import { listNumbers, unlistNumbers } from "@/lib/console/list-numbers"
import { releaseOperator } from "@/lib/console/release-operator"
import { releasePhoneChange } from "@/lib/console/release-phone-change"
import { setMode } from "@/lib/console/set-mode"
import type { OperatorForm } from "@/lib/web/console/operator-form"
import * as read from "@/lib/web/console/schemas"
import { noFields } from "@/lib/web/form"

const page = "/admin"
const form = <Values>(about: Omit<OperatorForm<Values>, "page">): OperatorForm<Values> => ({ page, ...about })

const ownPhone = "Your own phone is among these numbers, and you could not sign in any more. Enter a longer prefix"

/** Blocks or allows a country or a prefix. */
export const listNumbersForm = form({
  read: read.listForm,
  async run({ numbers, effect }, operator, core) {
    const answer = await listNumbers({ ...numbers, effect }, operator, core)
    if (answer === "own-phone") return { problems: [{ field: "numbers", message: ownPhone }] }
    return { go: `${page}?done=${effect}` }
  },
})

/** Takes an entry off the list. */
export const unlistNumbersForm = form({
  read: read.unlistForm,
  async run(entry, operator, core) {
    await unlistNumbers(entry, operator, core)
    return { go: `${page}?done=unlisted` }
  },
})

/** Pins the attack mode. */
export const pinModeForm = form({
  read: read.modeForm,
  async run({ level }, operator, core) {
    await setMode(level, operator, core)
    return { go: `${page}?done=pinned` }
  },
})

/** Lets the attack mode work by itself again. */
export const unpinModeForm = form({
  read: noFields,
  async run(_, operator, core) {
    await setMode(undefined, operator, core)
    return { go: `${page}?done=unpinned` }
  },
})

const ownSeat = "You cannot end your own access. Another operator can"
const noChange =
  "No change of phone number that waits for an operator has this reference. Your own is for another operator"

/** Ends another operator's access. */
export const releaseOperatorForm = form({
  read: read.releaseOperatorForm,
  async run({ id }, operator, core) {
    const answer = await releaseOperator({ id }, operator, core)
    if (answer === "own") return { problems: [{ field: "sure", message: ownSeat }] }
    return { go: `${page}?done=operator-released` }
  },
})

/** Lets a change of phone go on that could not tell the old phone. */
export const releaseChangeForm = form({
  read: read.releaseChangeForm,
  async run({ reference }, operator, core) {
    const answer = await releasePhoneChange({ reference }, operator, core)
    if (answer === "not-found") return { problems: [{ field: "reference", message: noChange }] }
    return { go: `${page}?done=change-released` }
  },
})
