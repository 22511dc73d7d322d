import type { Core } from "@/lib/sign-in/core"
import { days, minutes } from "@/lib/time"
import type { NewKey } from "@/lib/web/cookie"

/** How long a new secret waits in the cookie for the page that shows it. */
const waits = minutes(10)

/**
 * A secret that was just made, whose id begins so, at the first look; undefined from then on. A page cannot write the cookie, so that which look is the
 * first is decided by a budget of one.
 */
export async function lookOnce(
  newKey: NewKey | undefined,
  begins: string,
  core: Pick<Core, "now" | "tries">,
): Promise<NewKey | undefined> {
  const now = core.now()
  if (!newKey?.id.startsWith(begins) || newKey.at + waits <= now.getTime()) return undefined
  const quota = { name: "shown", points: 1, window: days(1) } as const
  const first = await core.tries.take([{ key: `shown:${newKey.id}`, quota }], now)
  return first.taken ? newKey : undefined
}
