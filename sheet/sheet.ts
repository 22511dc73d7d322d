import { mkdir, readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "@playwright/test"

const widths = [320, 390, 1280] as const
const schemes = ["light", "dark"] as const

/** Pictures of one walk through the pages, in one language. */
export type Sheet = {
  /** Photographs the page as it is now, in every width and theme, whole. */
  take(state: string): Promise<void>
  /** Writes the index of all that the folder holds by now. */
  finish(): Promise<void>
}

/** A sheet in this folder, beside those of other languages and walks. Its pictures are numbered from `first` on. */
export async function sheetAt(folder: string, language: string, page: Page, first = 1): Promise<Sheet> {
  await mkdir(folder, { recursive: true })
  let taken = first - 1
  return {
    async take(state) {
      taken += 1
      // What waits until somebody scrolls to it would be missing.
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = "eager"
        await Promise.all([...document.images].map((image) => image.decode()))
      })
      const number = String(taken).padStart(2, "0")
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 })
          const name = `${number} ${state} ~ ${language} ~ ${colorScheme} ~ ${width}.png`
          // A few pages are longer than anybody looks at; the rest of them is like what is shown.
          const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 3000)
          await page.screenshot({ path: join(folder, name), fullPage: true, clip: { x: 0, y: 0, width, height } })
        }
      }
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
    },
    async finish() {
      const pictures = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort()
      await writeFile(join(folder, "index.html"), indexOf(pictures))
    },
  }
}

/** One row a state; pictures of a row stand side by side, as large as they are. */
function indexOf(pictures: string[]): string {
  const titleOf = (name: string) => name.split(" ~ ").slice(0, 2).join(", ")
  const rows = new Map<string, string[]>()
  for (const name of pictures) rows.set(titleOf(name), [...(rows.get(titleOf(name)) ?? []), name])
  const row = ([title, names]: [string, string[]]) =>
    `<h2>${title}</h2><div>${names.map((name) => `<img loading="lazy" src="${encodeURIComponent(name)}" alt="${name}" title="${name}">`).join("")}</div>`
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:1rem system-ui;margin:1rem}div{display:flex;gap:.5rem;overflow-x:auto;align-items:start}img{border:1px solid #999;max-height:900px}</style>
<h1>Contact sheet</h1>${[...rows].map(row).join("\n")}\n`
}
