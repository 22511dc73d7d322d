import type { Challenge } from "@/lib/challenge/challenge"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Joining } from "@/lib/sign-in/steps/redeem"

/**
 * The account that a newcomer gets whose PIN was right: what they claimed when they asked for it. Its number is drawn before only
 * where the token tells it.
 */
export async function newAccountOf(
  challenge: Challenge,
  { claims }: Caller,
  core: Pick<Core, "now" | "newId" | "accounts">,
): Promise<Joining> {
  const { applicant, phone, realm, whitelabelId } = challenge
  if (!applicant || !phone) throw new Error("a right PIN opened a challenge without an owner")
  const { firstName, lastName, phoneCountry, email = null } = applicant
  const now = core.now()
  return {
    id: core.newId(),
    ...(claims && { number: await core.accounts.newNumber() }),
    realm,
    firstName,
    lastName,
    email,
    emailVerified: false,
    phone,
    phoneCountry,
    whitelabelId,
    createdAt: now,
    lastSignInAt: now,
    phoneVerifiedAt: now,
    passwordHash: null,
    identities: [email === null ? { kind: "phone", value: phone } : { kind: "email", value: email }],
  }
}
