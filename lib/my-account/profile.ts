import type { Account } from "@/lib/account/account"
import type { Address } from "@/lib/account/address"
import { type Duty, dutiesOf } from "@/lib/account/duty"
import type { Core, Member } from "@/lib/sign-in/core"

/** An account with what belongs to it. */
export type Profile = { account: Account; addresses: Address[]; duties: Duty[] }

/** An account's profile. */
export const profileOf = async (account: Account, core: Pick<Core, "addresses">): Promise<Profile> => ({
  account,
  addresses: await core.addresses.of(account.id),
  duties: dutiesOf(account),
})

/** The profile of the signed-in person. */
export const showProfile = (_: object, { signedIn }: Member, core: Pick<Core, "addresses">): Promise<Profile> =>
  profileOf(signedIn.account, core)
