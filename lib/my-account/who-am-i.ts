import type { Account } from "@/lib/account/account"
import { type Permission, type Role, roleOf, roles } from "@/lib/account/permission"
import type { Member } from "@/lib/sign-in/core"

/** An account as its owner may see it. */
export type Me = { account: Account; role: Role; permissions: readonly Permission[] }

/** Who the caller is, and what they may do. */
export async function whoAmI(_: object, { signedIn }: Member): Promise<Me> {
  const { account } = signedIn
  const role = roleOf(account)
  return { account, role, permissions: roles[role] }
}
