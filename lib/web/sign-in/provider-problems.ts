import { type Provider, providers } from "@/lib/account/provider"
import type { Flash } from "@/lib/web/cookie"
import type { Texts } from "@/lib/words/catalogues"

/** How signing in with a provider can end, but for well. */
export type ProviderProblem = "declined" | "lost" | "refused" | "unavailable" | "limited" | "not-offered"

const names: Readonly<Record<Provider, string>> = { google: "Google", apple: "Apple" }
const keys: Readonly<Record<ProviderProblem, keyof Texts<"problems">>> = {
  declined: "providerDeclined",
  lost: "providerLost",
  refused: "providerRefused",
  unavailable: "providerUnavailableLater",
  limited: "providerLimited",
  "not-offered": "providerNotOffered",
}

/** What `?problem=` says on the sign-in page. */
export const problemId = (provider: Provider, problem: ProviderProblem): string => `${provider}-${problem}`

/**
 * The flash that such an id stands for. It is not kept in the cookie: a browser that comes back from Apple does not show
 * the cookie with that request, so that writing it would sign the visitor out.
 */
export function providerFlash(id: unknown): Flash | undefined {
  const found = all.find((one) => one.id === id)
  if (!found) return undefined
  const message = { key: `problems.${keys[found.problem]}`, values: { name: names[found.provider] } } as const
  return { id: found.id, problems: [{ message }], values: {} }
}

const all = providers.flatMap((provider) =>
  (Object.keys(keys) as ProviderProblem[]).map((problem) => ({
    provider,
    problem,
    id: problemId(provider, problem),
  })),
)
