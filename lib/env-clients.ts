import { z } from "zod"
import { personScopes } from "@/lib/oauth/scopes"
import { isAppAddress, isWebAddress } from "@/lib/session/app-address"

/** A scope as RFC 6749 writes it, in appendix A.4. */
const scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "a scope has no spaces")

const address = z
  .string()
  .refine(isAppAddress, "redirect_uris are https, http on the machine itself, or a scheme such as com.example.app:")

const logoutReceiver = z.string().refine(isWebAddress, "backchannel_logout_uri is https, or http on the machine itself")

const client = z
  .object({
    id: z.string().min(1, "each client needs an id"),
    name: z.string().min(1).optional(),
    // As long as the other secrets that are sent over HTTP.
    secret: z.string().min(16, "each client's secret must be 16 characters or more").optional(),
    scopes: z.array(scope).optional(),
    redirect_uris: z.array(address).default([]),
    post_logout_redirect_uris: z.array(address).default([]),
    backchannel_logout_uri: logoutReceiver.optional(),
    // Every logout token has `sid`, whether or not it is asked for.
    backchannel_logout_session_required: z.boolean("backchannel_logout_session_required is true or false").optional(),
    first_party: z.boolean("first_party is true or false").default(false),
  })
  .refine(
    ({ secret, redirect_uris: { length } }) => secret !== undefined || length > 0,
    "each client needs a secret, or redirect_uris",
  )
  .refine(
    ({ scopes, redirect_uris: { length } }) => scopes !== undefined || length > 0,
    "each client needs scopes, or redirect_uris",
  )
  .transform(({ id, name, secret, scopes, ...app }) => ({
    id,
    scopes: scopes ?? [...personScopes],
    redirectUris: app.redirect_uris,
    postLogoutRedirectUris: app.post_logout_redirect_uris,
    firstParty: app.first_party,
    ...(app.backchannel_logout_uri !== undefined && { backchannelLogoutUri: app.backchannel_logout_uri }),
    ...(name !== undefined && { name }),
    ...(secret !== undefined && { secret }),
  }))

/** `OAUTH_CLIENTS`: machines, and apps that people sign in to. */
export const oauthClients = z
  .array(client, { error: "must be a list of {id, secret, scopes}" })
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "must name each client once")
