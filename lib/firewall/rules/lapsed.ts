import type { Page } from "@/lib/firewall/books/books"
import { asOf } from "@/lib/firewall/books/exposure"
import { scopesOf } from "@/lib/firewall/books/scope"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/**
 * Whether a known person left so many texts in a row unverified that they are judged like a newcomer, until they verify one. What
 * strangers ask for and what is asked for on the person's own devices is counted apart.
 */
export function isLapsed(message: Message, books: Page, policy: FirewallPolicy): boolean {
  const unread = scopesOf(message, policy).find(({ name }) => name === "unread")
  const exposure = unread && books.exposure(unread.key)
  // Those of the last days have faded a little.
  return exposure !== undefined && asOf(exposure, policy.unread, message.at).open >= policy.unread.free - 0.5
}
