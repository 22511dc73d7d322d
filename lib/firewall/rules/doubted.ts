import { isBad } from "@/lib/firewall/opinions/opinion"
import type { Case } from "@/lib/firewall/rule"

/**
 * Whether an outside opinion of the message's number is bad. That refuses nobody alone: what stands open around the asker weighs more, and
 * what else lets people pass who come from a clean side does not.
 */
export const isDoubted = ({ message, policy }: Pick<Case, "message" | "policy">): boolean =>
  isBad(message.opinion, policy)
