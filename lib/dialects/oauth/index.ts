import { type Dialect, operation, pathsOf } from "@/lib/dialects/operation"
import { introspect, revokeClientToken } from "@/lib/oauth/client-tokens"
import { token } from "@/lib/oauth/token"
import { userInfo } from "@/lib/oauth/userinfo"
import type { Caller, Core } from "@/lib/sign-in/core"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { basicClient } from "./basic"
import { problems, refusals } from "./refusals"
import * as wire from "./wire"

/** Commerce's endpoints for machines and for apps that people sign in to, which speak OAuth 2 to the letter, its errors included. */
export const dialect: Dialect = {
  name: "oauth",
  allowHeaders: [],
  caller: (headers, from) => ({
    realm: "commerce",
    audience: "commerce",
    client: "commerce",
    basic: basicClient(headers.get("authorization")),
    ...from,
  }),
  refusals,
  problems,
  // A bearer here is a person at an app.
  bearer: (shown, _, core) => whoIsThis(shown, "openid", core),
}

/** New keys are published a day before they sign, so an hour in a cache does no harm. */
const cacheable = { "Cache-Control": "public, max-age=3600" }

const aboutUs = operation({
  read: wire.nothingRequest,
  run: async (_, __: Caller, { issuer }: Core) => issuer,
  write: (issuer) => ({ status: 200, body: wire.metadataBody(issuer), headers: cacheable }),
})

const aboutPerson = operation({
  read: wire.nothingRequest,
  token: "required",
  run: userInfo,
  write: (person) => ({ status: 200, body: wire.userInfoBody(person) }),
})

/** The paths whose errors are OAuth's. */
export const oauth = pathsOf(dialect, {
  token: {
    url: "/auth/token",
    pages: "apps",
    POST: operation({
      read: wire.tokenRequest,
      run: token,
      write: (tokens) => ({ status: 200, body: wire.tokenBody(tokens) }),
    }),
  },
  introspect: {
    url: "/oauth/introspect",
    POST: operation({
      read: wire.aboutTokenRequest,
      run: introspect,
      write: (token) => ({ status: 200, body: wire.introspectedBody(token) }),
    }),
  },
  revoke: {
    url: "/oauth/revoke",
    pages: "apps",
    POST: operation({ read: wire.aboutTokenRequest, run: revokeClientToken, write: () => ({ status: 200 }) }),
  },
  userInfo: { url: "/oauth/userinfo", pages: "apps", GET: aboutPerson, POST: aboutPerson },
  metadata: { url: "/.well-known/oauth-authorization-server", pages: "any", GET: aboutUs },
  openid: { url: "/.well-known/openid-configuration", pages: "any", GET: aboutUs },
  keys: {
    url: "/.well-known/jwks.json",
    pages: "any",
    GET: operation({
      read: wire.nothingRequest,
      run: async (_, __: Caller, { signer }: Core) => signer.publicKeys(),
      write: (keys) => ({ status: 200, body: keys, headers: cacheable }),
    }),
  },
})
