import type { Theme } from "@/lib/account/theme"
import { removeTheme, setTheme } from "@/lib/console/set-theme"
import type { OperatorForm } from "@/lib/web/console/operator-form"
import * as read from "@/lib/web/console/theme-schema"

const page = "/admin"

const no = {
  "host-taken": { field: "host", message: "Another whitelabel has this host. Remove it there first" },
  "no-whitelabel": { field: "whitelabelId", message: "Choose a whitelabel" },
} as const

/** Sets how a whitelabel looks. */
export const setThemeForm: OperatorForm<Theme> = {
  page,
  read: read.themeForm,
  async run(theme, operator, core) {
    const answer = await setTheme(theme, operator, core)
    return answer === "set" ? { go: `${page}?done=theme-set` } : { problems: [no[answer]] }
  },
}

/** Lets a whitelabel look as ours again. */
export const removeThemeForm: OperatorForm<{ whitelabelId: number }> = {
  page,
  read: read.removeThemeForm,
  async run({ whitelabelId }, operator, core) {
    await removeTheme(whitelabelId, operator, core)
    return { go: `${page}?done=theme-removed` }
  },
}
