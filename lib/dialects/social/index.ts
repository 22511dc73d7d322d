import { type Dialect, operation, pathsOf } from "@/lib/dialects/operation"
import type { Caller, Core } from "@/lib/sign-in/core"
import { signOut } from "@/lib/sign-in/sign-out"
import { socialRefresh } from "@/lib/sign-in/social-refresh"
import { socialSignIn } from "@/lib/sign-in/social-sign-in"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { osOf } from "./client-info"
import { problems, refusals } from "./refusals"
import * as wire from "./wire"

/** The social login API: who calls it, and how it says no. */
export const dialect: Dialect = {
  name: "social",
  allowHeaders: ["Client-Device-Id", "Client-Info"],
  caller(headers, from) {
    const device = deviceOf(headers.get("client-device-id"))
    return { realm: "social", audience: "social", client: osOf(headers.get("client-info")), device, ...from }
  },
  refusals,
  problems,
}

/** A device may call itself anything visible. What is no name is none: login asks for one, refresh finds no match. */
function deviceOf(header: string | null): string | undefined {
  const device = header?.trim() ?? ""
  return /^[\x20-\x7e]{1,255}$/.test(device) ? device : undefined
}

const tokens = (granted: Tokens) => ({ status: 200, body: wire.tokenBody(granted) })

/** Every path of the dialect. */
export const social = pathsOf(dialect, {
  login: {
    url: "/v1/auth/login",
    POST: operation({
      read: wire.loginRequest,
      run: ({ provider, token, name }, caller: Caller, core: Core) =>
        socialSignIn({ provider, name, proof: { from: "app", token, client: caller.client } }, caller, core),
      write: tokens,
    }),
  },
  refresh: {
    url: "/v1/auth/refresh",
    POST: operation({ read: wire.refreshRequest, run: socialRefresh, write: tokens }),
  },
  /** Ours: the published page has none. */
  logout: {
    url: "/v1/auth/logout",
    POST: operation({
      read: wire.nothingRequest,
      token: "required",
      run: signOut,
      write: () => ({ status: 200, body: { status: 200, data: {} } }),
    }),
  },
})
