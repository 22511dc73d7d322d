import { appsHere, shop } from "@/lib/testing/apps"
import { bearer, elsewhere } from "@/lib/testing/people"
import { postForm } from "@/lib/testing/shoppers"

/** A browser in which somebody is signed in, and a code that the shop was handed. */
export async function handed(changes: Record<string, string> = {}) {
  const there = await appsHere()
  const ada = there.browser()
  await ada.signIn(there.auth)
  const newCode = async () => (await ada.open(there.asking(changes))).query.get("code") ?? ""
  const person = (token: string) => there.auth.callTo("oauth", "userInfo", { headers: bearer(token) })
  const refresh = (refresh_token: string, more: Record<string, string> = {}) => {
    const { id: client_id, secret: client_secret } = shop
    const fields = { grant_type: "refresh_token", refresh_token, client_id, client_secret, ...more }
    return postForm(there.auth, "token", fields, { address: elsewhere() })
  }
  return { ...there, ada, newCode, code: await newCode(), person, refresh }
}
