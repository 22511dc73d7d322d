import { elsewhere, must } from "@/lib/testing/people"
import type { CallOptions, TestAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

/** A Hong Kong mobile; another number is somebody else's. */
export const mobileOf = (number = 0): string => `+8526${String(1_000_000 + number)}`

/** What a newcomer sends to sign up. */
export const signUpBody = (number = 0, details: object = {}) => ({
  user_auth: {
    mobile: mobileOf(number),
    first_name: "Jake",
    last_name: "Deamon",
    address_attributes: { district_id: "1", address_type: "Profile" },
    ...details,
  },
})

/** Asks for a PIN, or signs up, from an address of its own; answers the key once the message has left. */
export async function keyFor(auth: TestAuth, path: "sendPin" | "signup", number = 0, more: CallOptions = {}) {
  const body = path === "sendPin" ? { mobile: mobileOf(number) } : signUpBody(number)
  const { otp_auth_key } = (await must(200, auth.callTo("goodcity", path, { body, address: elsewhere(), ...more })))
    .body
  await auth.settled()
  return otp_auth_key as string
}

/** Shows a key and a PIN, from an address of its own. */
export const verify = (auth: TestAuth, otp_auth_key: unknown, pin: unknown, more: CallOptions = {}) =>
  auth.callTo("goodcity", "verify", { body: { otp_auth_key, pin }, address: elsewhere(), ...more })

/** Signs somebody up and verifies the PIN; answers who they are and their token. An hour later they may ask again. */
export async function joinGoodCity(auth: TestAuth, number = 0) {
  const key = await keyFor(auth, "signup", number)
  const { body } = await must(200, verify(auth, key, auth.pinFor(mobileOf(number))))
  auth.pass(minutes(1))
  return { mobile: mobileOf(number), token: body.jwt_token as string, user: body.user }
}

/** A PIN of four digits that is not this one. */
export const wrongPin = (pin: string): string => String((Number(pin) + 1) % 10_000).padStart(4, "0")

/** The one answer to every failed verification. */
export const invalidCode = { status: 422, body: { errors: { pin: "Invalid SMS code." } } }

/** Three wrong guesses at the key of a number that nobody may have, from this address. */
export async function goodCityGuess(auth: TestAuth, number: number, address: string): Promise<void> {
  const key = await keyFor(auth, "sendPin", number)
  for (let tries = 0; tries < 3; tries++) await verify(auth, key, "0000", { address })
}
