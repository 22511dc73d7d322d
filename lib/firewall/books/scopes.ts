import type { OpenBooks, Page } from "@/lib/firewall/books/books"
import { asOf, charge, type Exposure, release, trip, unknownScope } from "@/lib/firewall/books/exposure"
import { everyone, strictLane } from "@/lib/firewall/books/mode"
import { type Scope, type ScopeName, scopesOf } from "@/lib/firewall/books/scope"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** The scopes that a message may be judged by, and the two that decide the mode whatever lane it came by. */
export const scopeNames = (scopes: readonly Scope[]): string[] => [
  ...new Set([...scopes.map(({ key }) => key), strictLane, everyone]),
]

/** Trips the breaker of this name. */
export function tripScope(name: ScopeName | undefined, scopes: readonly Scope[], books: OpenBooks, now: Date): void {
  for (const scope of scopes)
    if (scope.name === name) putExposure(scope, books, now, (found) => trip(found, scope.policy, now))
}

/**
 * A message may leave: it stands open in every scope in which it weighs anything until it is verified. Answers the keys of
 * these. Those that are leaned on are charged where it passes by them alone.
 */
export function chargeScopes(
  scopes: readonly Scope[],
  leansOn: readonly ScopeName[],
  books: OpenBooks,
  now: Date,
): string[] {
  const charged = scopes.filter(({ name, weight, isLeanedOn }) => weight > 0 && (!isLeanedOn || leansOn.includes(name)))
  for (const scope of charged) putExposure(scope, books, now, (found) => charge(found, scope.weight))
  return charged.map(({ key }) => key)
}

/** Takes back what a message was charged that did not leave, or did not arrive. What a look-up cost stays owed. */
export function releaseScopes(
  message: Message,
  charged: readonly string[],
  policy: FirewallPolicy,
  books: OpenBooks,
  now: Date,
): void {
  for (const scope of scopesOf({ ...message, lookupPrice: 0 }, policy).filter(({ key }) => charged.includes(key)))
    putExposure(scope, books, now, (found) => release(found, scope.policy, scope.weight, message.at))
}

/** A message turned out to cost less than it was charged as: what it weighed more is owed no more. Answers the keys of where it still stands open. */
export function chargeLess(
  { before, message, charged }: { before: Message; message: Message; charged: readonly string[] },
  policy: FirewallPolicy,
  books: OpenBooks,
  now: Date,
): string[] {
  const weights = new Map(scopesOf(message, policy).map(({ key, weight }) => [key, weight]))
  const gone = new Set<string>()
  for (const scope of scopesOf(before, policy).filter(({ key }) => charged.includes(key))) {
    const weight = weights.get(scope.key) ?? 0
    if (weight === 0) gone.add(scope.key)
    const less = scope.weight - weight
    if (less > 0) putExposure(scope, books, now, (found) => release(found, scope.policy, less, before.at))
  }
  return charged.filter((key) => !gone.has(key))
}

/** Writes a scope anew, from what is left of it now. */
export function putExposure(
  { key, policy }: Pick<Scope, "key" | "policy">,
  books: OpenBooks,
  now: Date,
  change: (found: Exposure) => Exposure,
): void {
  books.putExposure(key, change(standingOf({ key, policy }, books, now)))
}

/** What a scope owes us now. */
export const standingOf = (
  { key, policy }: Pick<Scope, "key" | "policy">,
  books: Pick<Page, "exposure">,
  now: Date,
): Exposure => asOf(books.exposure(key) ?? unknownScope(now), policy, now)
