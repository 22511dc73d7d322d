/** How a whitelabel looks, and what its text messages call it. */
export type Theme = {
  whitelabelId: number
  name: string
  /** The path of the mark, as SVG's `d`, in a square of 32 by 32; null for the first letter of the name. */
  mark: string | null
  /** The accent of light pages and that of dark ones, as `#rrggbb`. */
  light: string
  dark: string
  /** At most 11 characters, so that a message stays one segment. */
  senderName: string
  /** The host at which our pages look like this for everybody; null for those alone who belong to the whitelabel. */
  host: string | null
  /** Whether its people may have a device that is not texted for 30 days. */
  trustsDevices: boolean
}

/** The themes that operators set. */
export type Themes = {
  /** All of them, as they were a minute ago at most. */
  all(): Promise<readonly Theme[]>
  /**
   * The same without waiting, for messages: as they were when they were last read, which is at the start and once a minute
   * after an answer. None, where they were never read.
   */
  known(): readonly Theme[]
  /** Sets a whitelabel's theme, in place of the one it had. Refuses a host that is another's. */
  put(theme: Theme): Promise<"set" | "host-taken">
  remove(whitelabelId: number): Promise<void>
}

/** What we are called where no theme says otherwise. */
export const ownName = "Latchkey"

/** What text messages to the people of this whitelabel call the sender. */
export const senderNameOf = (whitelabelId: number, themes: Pick<Themes, "known">): string =>
  themes.known().find((theme) => theme.whitelabelId === whitelabelId)?.senderName ?? ownName
