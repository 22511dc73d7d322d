import type { NewAccount } from "@/lib/account/account"
import type { Challenge } from "@/lib/challenge/challenge"
import type { Core } from "@/lib/sign-in/core"

/** The account that a newcomer gets whose PIN was right: what they claimed when they asked for it. */
export async function newAccountOf(challenge: Challenge, core: Core): Promise<NewAccount> {
  const { applicant, phone, realm, whitelabelId } = challenge
  if (!applicant || !phone) throw new Error("a right PIN opened a challenge that belongs to nobody")
  const { firstName, lastName, phoneCountry, email = null } = applicant
  const now = core.now()
  return {
    id: core.newId(),
    number: await core.accounts.newNumber(),
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
