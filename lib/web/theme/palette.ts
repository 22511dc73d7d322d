import { formatHex, interpolate, wcagContrast } from "culori"

/** The scheme of a page, as the person's device asks for it. */
export type Scheme = "light" | "dark"

/** What an accent stands on, or beside: the same as in tokens.css, which a test compares. */
export const grounds: Readonly<Record<Scheme, { paper: string; sheet: string; ink: string }>> = {
  light: { paper: "#f4f2ec", sheet: "#fffefb", ink: "#1a1f1d" },
  dark: { paper: "#111513", sheet: "#1a1f1c", ink: "#eceee9" },
}

/** The colours that follow from an accent. */
export type Palette = { accent: string; accentStrong: string; onAccent: string; tint: string }

const [white, black] = ["#ffffff", "#0b0f0d"]

/** Makes the palette of an accent, `#rrggbb`. */
export function paletteOf(accent: string, scheme: Scheme): Palette {
  const { sheet, ink } = grounds[scheme]
  const mix = (one: string, other: string, share: number) => formatHex(interpolate([one, other], "rgb")(share))
  return {
    accent,
    accentStrong: mix(accent, ink, 0.25),
    onAccent: wcagContrast(accent, white) >= wcagContrast(accent, black) ? white : black,
    tint: mix(sheet, accent, scheme === "light" ? 0.12 : 0.2),
  }
}

/** The least contrast of text (WCAG 2.2, 1.4.3), which every pair must reach. */
export const leastContrast = 4.5

/** Where an accent is hardest to read: on what, and at which ratio. */
export function weakestPair(accent: string, scheme: Scheme): { words: string; ratio: number } {
  const { paper, sheet, ink } = grounds[scheme]
  const { accentStrong, onAccent, tint } = paletteOf(accent, scheme)
  const pairs = [
    { words: `links on a ${scheme} page`, ratio: wcagContrast(accent, paper) },
    { words: `links on a ${scheme} card`, ratio: wcagContrast(accent, sheet) },
    { words: "the text of a button", ratio: wcagContrast(onAccent, accent) },
    { words: "the text of a button that is pointed at", ratio: wcagContrast(onAccent, accentStrong) },
    { words: "links on a tinted ground", ratio: wcagContrast(accentStrong, tint) },
    { words: "text on a tinted ground", ratio: wcagContrast(ink, tint) },
  ]
  return pairs.reduce((weakest, pair) => (pair.ratio < weakest.ratio ? pair : weakest))
}
