import type { Theme } from "@/lib/account/theme"
import { whitelabel } from "@/lib/account/whitelabel"
import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import type { Core } from "@/lib/sign-in/core"

/** Sets how a whitelabel looks, from the next page and the next message on. The form's reader has measured the colours' contrast. */
export async function setTheme(
  theme: Theme,
  operator: Operator,
  core: DeedNeeds & Pick<Core, "themes">,
): Promise<"set" | "host-taken" | "no-whitelabel"> {
  if (!whitelabel(theme.whitelabelId)) return "no-whitelabel"
  const answer = await core.themes.put(theme)
  if (answer === "set") await noteDeed("console-theme-set", `whitelabel ${theme.whitelabelId}`, operator, core)
  return answer
}

/** Lets a whitelabel look as ours again. One that has no theme is what was wanted. */
export async function removeTheme(
  whitelabelId: number,
  operator: Operator,
  core: DeedNeeds & Pick<Core, "themes">,
): Promise<void> {
  await core.themes.remove(whitelabelId)
  await noteDeed("console-theme-removed", `whitelabel ${whitelabelId}`, operator, core)
}
