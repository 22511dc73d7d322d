import type { Account } from "@/lib/account/account"

/** What staff look after, beyond their own affairs. */
export type Duty = { id: number; name: string }

const duties: readonly Duty[] = [
  { id: 1, name: "Reviewer" },
  { id: 2, name: "Supervisor" },
]

/** The duties that an account has: one at most. */
export const dutiesOf = ({ permissionId }: Account): Duty[] => duties.filter(({ id }) => id === permissionId)
