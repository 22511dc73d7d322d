import { elsewhere, must } from "@/lib/testing/people"
import type { CallAnswer, CallOptions, TestAuth } from "@/lib/testing/test-auth"

/** Machines that a test's Commerce knows. */
export const machines = [
  { id: "YOUR_CLIENT_ID", secret: "YOUR_CLIENT_SECRET", scopes: ["admin"] },
  { id: "warehouse", secret: "pick+pack/ship=100%", scopes: ["read:orders", "write:orders"] },
]

/** Somebody with an email and a password; another number is somebody else. */
export const shopper = (number = 0) => ({
  email: `shopper${number}@example.com`,
  password: `securePassword${number}23`,
  firstName: "Jane",
  lastName: "Doe",
})

export type CommerceTokens = { accessToken: string; refreshToken: string; userId: string }

/** Registers a shopper; answers who they are and the tokens that they got. */
export async function joinShop(auth: TestAuth, number = 0): Promise<ReturnType<typeof shopper> & CommerceTokens> {
  const body = shopper(number)
  const answer = await must(201, auth.callTo("commerce", "register", { body, address: elsewhere() }))
  return { ...body, ...(answer.body as CommerceTokens) }
}

/** Signs in a shopper who joined before. */
export async function logIn(auth: TestAuth, number = 0): Promise<CommerceTokens> {
  const { email, password } = shopper(number)
  const answer = await must(200, auth.callTo("commerce", "login", { body: { email, password }, address: elsewhere() }))
  return answer.body as CommerceTokens
}

/** Posts a form, as OAuth clients do. */
export function postForm(
  auth: TestAuth,
  path: "token" | "introspect" | "revoke",
  fields: Record<string, string>,
  options: CallOptions = {},
): Promise<CallAnswer> {
  const headers = { "content-type": "application/x-www-form-urlencoded", ...options.headers }
  return auth.callTo("oauth", path, { ...options, body: new URLSearchParams(fields).toString(), headers })
}

/** The header that names a client as RFC 6749 says, form-encoded. */
export function basic({ id, secret }: { id: string; secret: string }): Record<string, string> {
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` }
}

/** A machine's token. */
export async function machineToken(auth: TestAuth, { id, secret } = machines[0] as (typeof machines)[0]) {
  const fields = { grant_type: "client_credentials", client_id: id, client_secret: secret }
  return (await must(200, postForm(auth, "token", fields, { address: elsewhere() }))).body.access_token as string
}
