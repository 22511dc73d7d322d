import { ownName, type Theme } from "@/lib/account/theme"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { sheetPath } from "./sheet"

/** Whose pages these are: the name and the mark above them, and the style sheet of their colours where they are not ours. */
export type Brand = { name: string; mark: string | null | undefined; sheet: string | undefined }

/** Who looks: at which host, and which whitelabel they belong to, if they are signed in. */
export type Looker = { host: string | null; whitelabelId: number | undefined }

export const ours: Brand = { name: ownName, mark: undefined, sheet: undefined }

/** The viewer's theme: that of the host, else that of their whitelabel, else that of the default one. */
export const themeFor = ({ host, whitelabelId }: Looker, themes: readonly Theme[]): Theme | undefined =>
  themeOfHost(host, themes) ?? themes.find((theme) => theme.whitelabelId === (whitelabelId ?? defaultWhitelabel))

/** The theme whose own this host is. */
export const themeOfHost = (host: string | null, themes: readonly Theme[]): Theme | undefined =>
  host === null ? undefined : themes.find((theme) => theme.host === host.toLowerCase())

/**
 * The origin at which a theme's own host is ours too: the browser names it where it posts our forms. It has the scheme of our
 * public origin, so that no one signs in over plain HTTP where that is closed.
 */
export const originOf = (host: string, publicOrigin: string): string => `${new URL(publicOrigin).protocol}//${host}`

/** The theme as pages show it. */
export const brandOf = (theme: Theme | undefined): Brand =>
  theme ? { name: theme.name, mark: theme.mark, sheet: sheetPath(theme) } : ours
