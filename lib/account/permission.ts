import type { Account } from "@/lib/account/account"

/** What an account may do, and may let a key of its own do. Products are the shop's: no customer writes them. */
export type Permission = "read:products" | "read:orders" | "write:orders" | "read:profile" | "write:profile"

/** The roles, and what each may do. */
export const roles = {
  customer: ["read:products", "read:orders", "write:orders", "read:profile", "write:profile"],
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof roles

/** Whether a role has this permission. What no role has ever heard of, none has. */
export const allows = (role: Role, scope: string): scope is Permission =>
  (roles[role] as readonly string[]).includes(scope)

/** Everybody's role, so far. */
export const roleOf = (_: Account): Role => "customer"

/** All that an account may do, and so may let its keys do. */
export const permissionsOf = (account: Account): readonly Permission[] => roles[roleOf(account)]
