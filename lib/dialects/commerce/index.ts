import { type Answer, type Dialect, operation, pathsOf } from "@/lib/dialects/operation"
import { listApiKeys, makeApiKey, revokeApiKey } from "@/lib/my-account/api-keys"
import { whoAmI } from "@/lib/my-account/who-am-i"
import { passwordSignIn } from "@/lib/sign-in/password-sign-in"
import { refresh } from "@/lib/sign-in/refresh"
import { registerWithPassword } from "@/lib/sign-in/register-with-password"
import { signOut } from "@/lib/sign-in/sign-out"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { whoBearsThis } from "@/lib/sign-in/steps/who-bears-this"
import { problems, refusals } from "./refusals"
import * as wire from "./wire"

/** The Commerce API: emails and passwords, and keys for servers. */
export const dialect: Dialect = {
  name: "commerce",
  allowHeaders: [],
  caller: (_, from) => ({ realm: "commerce", audience: "commerce", client: "commerce", ...from }),
  refusals,
  problems,
  bearer: whoBearsThis,
}

const done = (): Answer => ({ status: 204 })
const tokens = (minted: Tokens): Answer => ({ status: 200, body: wire.tokensBody(minted) })

/** Only a person's own session has the whole of `read` and `write`: keys and machines have single permissions. */
const person = { read: "read", write: "write" }

/** The paths whose errors are Commerce's own. */
export const commerce = pathsOf(dialect, {
  register: {
    url: "/auth/register",
    POST: operation({
      read: wire.registerRequest,
      run: registerWithPassword,
      write: ({ tokens, account }) => ({
        status: 201,
        body: { ...wire.tokensBody(tokens), user: wire.userBody(account) },
      }),
    }),
  },
  login: {
    url: "/auth/login",
    POST: operation({ read: wire.loginRequest, run: passwordSignIn, write: tokens }),
  },
  refresh: {
    url: "/auth/refresh",
    POST: operation({ read: wire.refreshRequest, run: refresh, write: tokens }),
  },
  logout: {
    url: "/auth/logout",
    POST: operation({ read: wire.nothingRequest, token: "required", scope: person.write, run: signOut, write: done }),
  },
  me: {
    url: "/auth/me",
    GET: operation({
      read: wire.nothingRequest,
      token: "required",
      scope: "read:profile",
      run: whoAmI,
      write: (me) => ({ status: 200, body: wire.meBody(me) }),
    }),
  },
  apiKeys: {
    url: "/apikey",
    POST: operation({
      read: wire.apiKeyRequest,
      token: "required",
      scope: person.write,
      run: makeApiKey,
      write: (made) => ({ status: 201, body: wire.apiKeyMadeBody(made) }),
    }),
    GET: operation({
      read: wire.nothingRequest,
      token: "required",
      scope: person.read,
      run: listApiKeys,
      write: (keys) => ({ status: 200, body: keys.map(wire.apiKeyBody) }),
    }),
  },
  apiKey: {
    url: "/apikey/{id}",
    DELETE: operation({
      read: wire.oneRequest,
      token: "required",
      scope: person.write,
      run: revokeApiKey,
      write: done,
    }),
  },
})
