import { asOf } from "@/lib/firewall/books/exposure"
import { sideOf } from "@/lib/firewall/books/open-money"
import type { Case } from "@/lib/firewall/rule"

/** Whether the message's country is one where we have people: listed as home, or proved by those who were verified there. */
export function isHome({ message, scopes, books, policy, now }: Case): boolean {
  if (sideOf(message, books.listed, policy) !== "elsewhere") return true
  const scope = scopes.find(({ name }) => name === "country")
  const exposure = scope && books.exposure(scope.key)
  return scope !== undefined && exposure !== undefined && asOf(exposure, scope.policy, now).verified >= policy.provenAt
}
