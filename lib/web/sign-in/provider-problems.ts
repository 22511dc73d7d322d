import { type Provider, providers } from "@/lib/account/provider"
import { refuse } from "@/lib/refusal"
import { seconds } from "@/lib/time"
import type { Flash } from "@/lib/web/cookie"
import { wordsFor } from "@/lib/web/refusal-words"

/** How signing in with a provider can end, but for well. */
export type ProviderProblem = "declined" | "lost" | "refused" | "unavailable" | "limited" | "not-offered"

const names: Readonly<Record<Provider, string>> = { google: "Google", apple: "Apple" }
const then = new Date(0)
const retryAt = new Date(seconds(30))

const sentences: Readonly<Record<ProviderProblem, (name: string) => string>> = {
  declined: (name) => `You did not finish signing in with ${name}. Try again, or use your email`,
  lost: (name) => `Signing in with ${name} took too long, or was begun in another tab. Try again, or use your email`,
  refused: () => wordsFor(refuse({ kind: "provider-refused" }), then).message,
  unavailable: () => wordsFor(refuse({ kind: "provider-unavailable", retryAt }), then).message,
  limited: () => "There were too many tries. Wait a few minutes, or use your email",
  "not-offered": (name) => `You cannot sign in with ${name} here. Use your email`,
}

/** What `?problem=` says on the sign-in page. */
export const problemId = (provider: Provider, problem: ProviderProblem): string => `${provider}-${problem}`

/**
 * The flash that such an id stands for. It is not kept in the cookie: a browser that comes back from Apple does not show
 * the cookie with that request, so that writing it would sign somebody out.
 */
export function providerFlash(id: unknown): Flash | undefined {
  const found = all.find((one) => one.id === id)
  return found && { id: found.id, problems: [{ message: sentences[found.problem](names[found.provider]) }], values: {} }
}

const all = providers.flatMap((provider) =>
  (Object.keys(sentences) as ProviderProblem[]).map((problem) => ({
    provider,
    problem,
    id: problemId(provider, problem),
  })),
)
