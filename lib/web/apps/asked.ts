import { type AppRequest, readAppRequest } from "@/lib/oauth/app-request"
import type { Onward } from "@/lib/web/onward"
import type { Site } from "@/lib/web/site"

const path = "/oauth/authorize?"

/** The app's request that this browser's way in began with; undefined where it began with none. */
export async function askedBy({ to }: Onward, { core }: Site): Promise<AppRequest | undefined> {
  if (!to?.startsWith(path)) return undefined
  const asked = await readAppRequest(new URLSearchParams(to.slice(path.length)), core)
  return "client" in asked ? asked : undefined
}
