import type { Captcha } from "@/lib/firewall/captcha"
import type { CallAnswer, TestAuth } from "@/lib/testing/test-auth"

/** Somebody with an email and a phone of their own, far from everybody else's; another number is somebody else. */
export function person(number = 0) {
  const email = `person${number}@example.com`
  const phone = `+1303${200 + ((355 + number * 10) % 700)}${1200 + number}`
  return { email, phone, details: { firstname: "Pat", lastname: "Lee", email, mobile: phone, countryCode: "US" } }
}

/** An address in a network that nobody used before, so that a budget of another test or step hides nothing. */
export function elsewhere(): string {
  addresses += 1
  return `10.${addresses & 255}.${(addresses >> 8) & 255}.${(addresses >> 16) & 255}`
}
let addresses = 0

/** A PIN that is not this one. */
export const wrong = (pin: string): string => String((Number(pin) + 1) % 1_000_000).padStart(6, "0")

/** Google's word, by how the token begins: `good…`, `bad…`, anything else it does not know. */
export const google: Captcha = {
  check: async (token) => (token.startsWith("good") ? "good" : token.startsWith("bad") ? "bad" : "none"),
}

/** A captcha token that was not used before. */
export const goodToken = (): string => `good ${elsewhere()}`

/** Registers a person and verifies the PIN; answers who they are and the tokens that they got. */
export async function join(auth: TestAuth, number = 0, headers: Record<string, string> = {}) {
  const somebody = person(number)
  await must(201, auth.call("register", { body: somebody.details, address: elsewhere() }))
  return { ...somebody, ...(await enterPin(auth, somebody, headers)) }
}

/** Signs in somebody who joined before. */
export async function signIn(auth: TestAuth, number = 0, headers: Record<string, string> = {}) {
  const somebody = person(number)
  await must(200, auth.call("emailCheck", { body: { email: somebody.email }, address: elsewhere() }))
  return { ...somebody, ...(await enterPin(auth, somebody, headers)) }
}

async function enterPin(auth: TestAuth, { email, phone }: { email: string; phone: string }, headers: HeadersOf) {
  const body = { email, pin: auth.pinFor(phone) }
  const verified = await must(200, auth.call("verifyPin", { body, headers, address: elsewhere() }))
  return verified.body as { accessToken: string; refreshToken: string; expiresIn: number }
}
type HeadersOf = Record<string, string>

/** The answer, which has this status or else the test is over. */
export async function must(status: number, calling: Promise<CallAnswer>): Promise<CallAnswer> {
  const answer = await calling
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`)
  return answer
}

/** What the headers tell of the answer: all of them but the id, which each request has of its own. */
export const headersOf = (answer: { headers: Headers }): [string, string][] =>
  [...answer.headers].filter(([name]) => name !== "x-request-id")

/** The header that shows an access token. */
export const bearer = (accessToken: string): Record<string, string> => ({ authorization: `Bearer ${accessToken}` })
