import { exchange } from "@/lib/outside/exchange"
import type { PostLogout } from "@/lib/session/logout-notice"
import { seconds } from "@/lib/time"

/**
 * Posts a logout token (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8): a form, 5 seconds for all of it. Any 2xx is heard, 400 is a no.
 * A redirect is not followed, and so is no answer: what is signed goes to the address that the operator wrote, and to nobody else.
 */
export const postLogout: PostLogout = async (uri, token) => {
  const init = { method: "POST", body: new URLSearchParams({ logout_token: token }), redirect: "manual" } as const
  const answer = await exchange(uri, init, seconds(5)).catch(() => undefined)
  if (!answer) return "unheard"
  if (answer.status >= 200 && answer.status < 300) return "heard"
  return answer.status === 400 ? "refused" : "unheard"
}
