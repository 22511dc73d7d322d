import { createHash } from "node:crypto"
import type { Theme } from "@/lib/account/theme"
import { paletteOf, type Scheme } from "./palette"

/** A theme's style sheet: the tokens that it changes. Our own are in a layer, which these win over. */
export const sheetOf = ({ light, dark }: Pick<Theme, "light" | "dark">): string =>
  `:root{${tokens(light, "light")}}@media (prefers-color-scheme: dark){:root{${tokens(dark, "dark")}}}\n`

const tokens = (accent: string, scheme: Scheme): string => {
  const { accentStrong, onAccent, tint } = paletteOf(accent, scheme)
  return `--accent:${accent};--accent-strong:${accentStrong};--on-accent:${onAccent};--tint:${tint}`
}

/** Where the sheet is. The path changes with its colours, so that browsers may keep what is there. */
export const sheetPath = (theme: Pick<Theme, "whitelabelId" | "light" | "dark">): string =>
  `/theme/${theme.whitelabelId}-${versionOf(theme)}.css`

const versionOf = (theme: Pick<Theme, "light" | "dark">) =>
  createHash("sha256").update(sheetOf(theme)).digest("hex").slice(0, 12)

/** Answers for the sheet at this path. An old path gets today's colours, and is not kept. */
export function answerSheet(file: string, themes: readonly Theme[]): Response {
  const [, id, version] = /^(\d{1,9})-([0-9a-f]{12})\.css$/.exec(file) ?? []
  const theme = themes.find(({ whitelabelId }) => String(whitelabelId) === id)
  if (!theme) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } })
  const isCurrent = version === versionOf(theme)
  return new Response(sheetOf(theme), {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": isCurrent ? "public, max-age=31536000, immutable" : "no-store",
      ETag: `"${versionOf(theme)}"`,
    },
  })
}
