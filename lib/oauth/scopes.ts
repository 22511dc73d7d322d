import type { OAuthClient } from "@/lib/session/oauth-client"

/** What an app may ask of a person (OpenID Connect Core, 5.4). `openid` is what makes it a sign-in. */
export const personScopes = ["openid", "profile", "email", "phone"] as const
export type PersonScope = (typeof personScopes)[number]

export const isPersonScope = (scope: string): scope is PersonScope =>
  (personScopes as readonly string[]).includes(scope)

/** What a client may have for itself. An app's scopes about people are none of a machine's. */
export const machineScopes = ({ scopes, redirectUris }: OAuthClient): string[] =>
  redirectUris.length === 0 ? scopes : scopes.filter((scope) => !isPersonScope(scope))
