import { isRefusal } from "@/lib/refusal"
import type { Member } from "@/lib/sign-in/core"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { elsewhere, join } from "@/lib/testing/people"
import type { TestAuth } from "@/lib/testing/test-auth"

/** Somebody who joined and is signed in, as the account pages' verbs know them. */
export async function member(auth: TestAuth, number = 0) {
  const somebody = await join(auth, number)
  return { ...somebody, caller: await bearerOf(auth, somebody.accessToken) }
}

/** The bearer of a token, at an address of their own; whoever is signed out ends the test. */
export async function bearerOf(auth: TestAuth, accessToken: string): Promise<Member> {
  const signedIn = await whoIsThis(accessToken, "handbid", auth.core)
  if (isRefusal(signedIn)) throw new Error("signed out")
  const browser = { realm: "handbid", audience: "browser", client: "browser", userAgent: undefined } as const
  return { ...browser, address: elsewhere(), signedIn }
}

/** Whether a token still opens its account. */
export const isOpen = async ({ core }: TestAuth, accessToken: string): Promise<boolean> =>
  !isRefusal(await whoIsThis(accessToken, "handbid", core))
