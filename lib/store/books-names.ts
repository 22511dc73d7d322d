import type { BudgetName, Names, WaitName } from "@/lib/firewall/books/books"

/** The rows that several pieces of work look at together, each of them once. */
export type AllNames = {
  exposures: string[]
  budgets: BudgetName[]
  waits: WaitName[]
  caps: string[]
  drains: string[]
  openTo: { phones: string[]; since: Date | undefined }
  verified: { recipients: string[]; since: Date | undefined }
  credits: string[]
}

/** The names of several pieces of work as one. */
export function allOf(all: readonly Names[]): AllNames {
  const once = (pick: (names: Names) => readonly string[] | undefined) => [
    ...new Set(all.flatMap((one) => pick(one) ?? [])),
  ]
  const openTo = all.flatMap((one) => one.openTo ?? [])
  const verified = all.flatMap((one) => one.verified ?? [])
  return {
    exposures: once((one) => one.exposures),
    budgets: all.flatMap((one) => one.budgets ?? []),
    waits: all.flatMap((one) => one.waits ?? []),
    caps: once((one) => one.caps),
    drains: once((one) => one.drains),
    openTo: { phones: openTo.map(({ phone }) => phone), since: earliest(openTo) },
    verified: { recipients: verified.map(({ recipient }) => recipient), since: earliest(verified) },
    credits: once((one) => one.credits),
  }
}

const earliest = (all: readonly { since: Date }[]): Date | undefined =>
  all.map(({ since }) => since).sort((one, other) => one.getTime() - other.getTime())[0]

/** Whether nothing is looked at: then nothing need be read. */
export const isEmpty = ({ openTo, verified, ...rows }: AllNames): boolean =>
  openTo.phones.length + verified.recipients.length === 0 && Object.values(rows).every(({ length }) => length === 0)
