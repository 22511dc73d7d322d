import { cache } from "react"
import { site } from "@/lib/live/site"
import { openOnward } from "@/lib/web/onward"
import { type Viewer, viewerOf } from "@/lib/web/viewer"

/** Who looks at a page. Their token is looked up once a request, however many parts of the page ask. */
export const viewer = cache(async (): Promise<Viewer> => viewerOf(await site()))

/** Where the viewer's way in leads. */
export const onward = cache(async () => openOnward(await site()))
