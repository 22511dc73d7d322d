import { type Answer, ask } from "./asking"
import { emailOf, phoneOf, signers } from "./fill"
import type { Turn } from "./measure"

/** A server under load, on a database with so many accounts. */
export type Served = { name: string; url: string; accounts: number; pinFor(phone: string): Promise<string> }

let asked = 0
/** No two requests come from one address. */
export const elsewhere = (): string => {
  const n = asked++ * 257
  return `24.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
}

function must({ status, body, ms }: Answer, expected: number): number {
  if (status !== expected) throw new Error(`${status} for ${expected}: ${JSON.stringify(body)}`)
  return ms
}

/** Whoever signs in is somebody else each time, from all over the table. */
const next = new Map<string, number>()
function somebody({ name, accounts }: Served): number {
  const turn = next.get(name) ?? 0
  if (turn === signers) throw new Error("Everybody has signed in: run it for fewer seconds.")
  next.set(name, turn + 1)
  return turn * Math.max(1, Math.floor(accounts / signers) - 1)
}

async function signIn(served: Served) {
  const n = somebody(served)
  const [email, address] = [emailOf(n), elsewhere()]
  const checked = must(await ask(served.url, { path: "/v3/auth/email-check", address, body: { email } }), 200)
  const pin = await served.pinFor(phoneOf(n))
  const answer = await ask(served.url, { path: "/v3/auth/verify-pin", address, body: { email, pin } })
  const verified = must(answer, 200)
  return { tokens: answer.body, checked, verified }
}

/** Each is prepared on a server, and then is what a worker does again and again. */
export const scenes: Readonly<Record<string, (served: Served, atOnce: number) => Promise<Turn>>> = {
  "sign-in": async (served) => async () => {
    const { checked, verified } = await signIn(served)
    return { "sign-in": checked + verified, "email-check, known": checked, "verify-pin": verified }
  },
  "email-check, unknown": async ({ url }) => {
    const path = "/v3/auth/email-check"
    return async () => {
      const body = { email: `nobody${asked}@example.com` }
      return { "email-check, unknown": must(await ask(url, { path, address: elsewhere(), body }), 200) }
    }
  },
  "/auth/me": async ({ url }) => {
    const body = {
      email: `shopper${asked}@example.com`,
      password: "a long walk by the sea",
      firstName: "A",
      lastName: "B",
    }
    const joined = await ask(url, { path: "/auth/register", address: elsewhere(), body })
    must(joined, 201)
    const token = joined.body.accessToken
    return async () => ({
      "/auth/me": must(await ask(url, { method: "GET", path: "/auth/me", address: elsewhere(), token }), 200),
    })
  },
  "/v3/auctions": async (served) => {
    // So many that none of them asks too often.
    const tokens: string[] = []
    for (let n = 0; n < 200; n++) tokens.push((await signIn(served)).tokens.accessToken)
    let turn = 0
    const asking = () => ({
      method: "GET",
      path: "/v3/auctions?limit=1",
      address: elsewhere(),
      token: tokens[turn++ % tokens.length] as string,
    })
    return async () => ({ "/v3/auctions, signed in": must(await ask(served.url, asking()), 200) })
  },
  refresh: async (served, atOnce) => {
    const held: string[] = []
    for (let n = 0; n < atOnce; n++) held.push((await signIn(served)).tokens.refreshToken)
    return async (worker) => {
      const body = { refreshToken: held[worker] }
      const answer = await ask(served.url, { path: "/auth/refresh-token", address: elsewhere(), body })
      const refresh = must(answer, 200)
      held[worker] = answer.body.refreshToken
      return { refresh }
    }
  },
  refused: async ({ url }) => {
    const asking = () => ({
      path: "/v3/auth/email-check",
      address: "198.51.100.7",
      body: { email: `bot${asked++}@example.com` },
    })
    for (let n = 0; n < 40; n++) await ask(url, asking())
    return async () => ({ "a refused bot": must(await ask(url, asking()), 429) })
  },
}
