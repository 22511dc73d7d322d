import { headers } from "next/headers"
import { cache } from "react"
import { words } from "@/lib/live/pages"
import { site } from "@/lib/live/site"
import { report } from "@/lib/live/surroundings"
import { onward, viewer } from "@/lib/live/viewer"
import { type PhoneAlert, phoneAlertOf } from "@/lib/web/account/phone-alert"
import { cameWithoutPhone, wayAfterPhone } from "@/lib/web/onward"
import { themeOfHost } from "@/lib/web/theme/brand"

/** A change of phone that another of the viewer's sessions asked for. A database out of reach has none: an error page needs a frame. */
export const phoneAlert = cache(async (): Promise<PhoneAlert | undefined> => {
  try {
    return await phoneAlertOf(await viewer(), await site(), await words())
  } catch (problem) {
    report(problem)
    return undefined
  }
})

/** The host that the viewer knows us by: a theme's own, or ours. */
export async function hostHere(): Promise<string> {
  const here = await site()
  const theme = themeOfHost((await headers()).get("host"), await here.core.themes.all())
  return theme?.host ?? new URL(here.core.issuer).host
}

/** Whether the viewer came in without their phone, and where they were going then. */
export async function withoutPhone(): Promise<{ isLost: boolean; goOn: string | undefined }> {
  const [way, { cookie }] = [await onward(), await viewer()]
  return { isLost: cameWithoutPhone(way, cookie), goOn: wayAfterPhone(way, cookie, await site()) }
}
