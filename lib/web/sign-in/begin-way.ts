import { openOnward } from "@/lib/web/onward"
import { redirecting } from "@/lib/web/redirecting"
import { readReturnTo } from "@/lib/web/return-to"
import type { Site } from "@/lib/web/site"
import { viewerOf } from "@/lib/web/viewer"

/**
 * Keeps where the way in shall lead (`return_to`) and leads to its first step; whoever is signed in already is led straight on. An address that
 * is not allowed is as none. Pages cannot set cookies, so that `/sign-in?return_to=…` hands over to this.
 */
export const beginWay = (site: () => Promise<Site>) =>
  redirecting(site, async (request, jar, here) => {
    const asked = new URL(request.url).searchParams.getAll("return_to")
    const to = asked.length === 1 ? readReturnTo(asked[0], here) : undefined
    if (to && (await viewerOf(here, jar)).signedIn) return to
    const onward = await openOnward(here, jar)
    onward.destroy()
    if (to) {
      Object.assign(onward, { to })
      await onward.save()
    }
    return "/sign-in"
  })
