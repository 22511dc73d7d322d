import { elsewhere, person } from "@/lib/testing/people"
import type { TestAuth } from "@/lib/testing/test-auth"

/** Asks for the PIN of an email again, at an address of its own. */
export const resend = (auth: TestAuth, email: string) =>
  auth.call("resendPin", { body: { email }, address: elsewhere() })

/** Checks an email, at an address of its own. */
export const check = (auth: TestAuth, email: string) =>
  auth.call("emailCheck", { body: { email }, address: elsewhere() })

/** Somebody who has registered and not typed their PIN yet. */
export async function applied(auth: TestAuth, number = 0) {
  const somebody = person(number)
  await auth.call("register", { body: somebody.details, address: elsewhere() })
  return somebody
}
