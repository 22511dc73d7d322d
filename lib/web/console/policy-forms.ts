import { z } from "zod"
import { everyWhitelabel } from "@/lib/account/whitelabel"
import { type Changed, changePolicy } from "@/lib/console/change-policy"
import { untouched } from "@/lib/firewall/versions/document"
import type { OperatorForm } from "@/lib/web/console/operator-form"
import { type Fields, readChange } from "@/lib/web/console/policy-fields"

const page = "/admin/policy"

const number = z
  .string()
  .regex(/^\d{1,9}$/, "Open the page again, and try once more")
  .transform(Number)

/** Where a refusal leads: to the page as it was, with what was typed. */
const again = (refused: string, fields: Fields = {}) => ({
  go: `${page}?${new URLSearchParams({ ...fields, refused })}`,
})

const told = ({ kind }: Changed, done: string) =>
  kind === "changed" ? { go: `${page}?done=${done}` } : again(kind === "moved" ? "moved-by" : kind)

/** Saves a change that was tried: values, or an event. What is wrong with it stands on the page that it leads back to. */
export const changePolicyForm: OperatorForm<Record<string, string>> = {
  page,
  read: z.record(z.string(), z.string().max(254)),
  async run(fields, operator, core) {
    const { versions, kept } = core.policies
    const expected = Number(fields.base) || 0
    const document = (await versions.of(expected))?.document ?? untouched
    const ids = everyWhitelabel().map(({ id }) => id)
    const read = readChange(fields, { document, base: kept.base, now: core.now(), ids })
    if (!("change" in read)) return { go: `${page}?${new URLSearchParams(fields)}` }
    const { why } = read
    const isEvent = read.change.kind === "announce"
    const change =
      read.change.kind === "announce"
        ? { ...read.change, event: { ...read.change.event, id: core.newId() } }
        : read.change
    const { kind } = await changePolicy({ expected, change, why }, operator, core)
    if (kind === "changed") return { go: `${page}?done=${isEvent ? "announced" : "changed"}` }
    return again(kind, fields)
  },
}

/** Makes a new version that equals an earlier one. Version 0 is the program's own. */
export const undoPolicyForm: OperatorForm<{ to: number; expected: number }> = {
  page,
  read: z.object({ to: number, expected: number }),
  async run({ to, expected }, operator, core) {
    const document = to === 0 ? untouched : (await core.policies.versions.of(to))?.document
    if (!document) return again("unreadable")
    const why = to === 0 ? "Back to the defaults" : `Back to version ${to}`
    return told(await changePolicy({ expected, change: { kind: "undo", document }, why }, operator, core), "undone")
  },
}

/** Ends an announced event at once. */
export const endEventForm: OperatorForm<{ event: string; expected: number }> = {
  page,
  read: z.object({ event: z.string().max(64), expected: number }),
  async run({ event, expected }, operator, core) {
    return told(
      await changePolicy({ expected, change: { kind: "end", event }, why: "Ended by hand" }, operator, core),
      "ended",
    )
  },
}
