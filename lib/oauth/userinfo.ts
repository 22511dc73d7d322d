import type { Core, Member } from "@/lib/sign-in/core"

/** What an app may know of the person who signed in to it. */
export type UserInfo = {
  id: string
  name?: { firstName: string; lastName: string; language: string | undefined }
  email?: { address: string; isVerified: boolean }
  phone?: string
}

/** Who the bearer of an app's token is, as far as its scopes go (OpenID Connect Core, 5.4). A phone is told once it is proven. */
export async function userInfo(_: object, { signedIn }: Member, core: Pick<Core, "accounts">): Promise<UserInfo> {
  const { account, session } = signedIn
  const may = (scope: string) => session.scopes.includes(scope)
  const { id, firstName, lastName, language, email, emailVerified } = account
  const phone = may("phone") ? await core.accounts.verifiedPhone(id) : undefined
  return {
    id,
    ...(may("profile") && { name: { firstName, lastName, language: language ?? undefined } }),
    ...(may("email") && email && { email: { address: email, isVerified: emailVerified } }),
    ...(phone !== undefined && { phone }),
  }
}
