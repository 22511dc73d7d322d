// Our pages in Lighthouse (mobile), beside bare Next pages of the same HTML, in one run: `npm run bench:pages`, or some of them
// by `-- --only email,pin --runs 3`. It needs a build, and fetches Lighthouse by npx: 185 MB that nothing else here needs.
// The table goes to bench/PAGES.md.
import { rmSync } from "node:fs"
import { parseArgs } from "node:util"
import { chromium } from "@playwright/test"
import { withBarePages } from "./pages/bare.mjs"
import { browserOptions } from "./pages/browser.mjs"
import { interactionOf } from "./pages/interaction.mjs"
import { lighthouse } from "./pages/lighthouse.mjs"
import { origin, withServer } from "./pages/server.mjs"
import { writeTable } from "./pages/table.mjs"
import { waysTo } from "./pages/ways.mjs"
import { weightOf } from "./pages/weight.mjs"

const { values } = parseArgs({
  options: { only: { type: "string" }, runs: { type: "string", default: "3" } },
})
const data = ".data/bench-pages"
rmSync(data, { recursive: true, force: true })

await withServer(data, async () => {
  const browser = await chromium.launch(browserOptions)
  const all = await waysTo(browser)
  const wanted = values.only?.split(",") ?? all.map(({ name }) => name)
  const pages = all.filter(({ name }) => wanted.includes(name))
  const rows = []
  await withBarePages(pages, async (bareOrigin) => {
    for (const { name, path, cookie, most } of pages) {
      const ours = lighthouse(`${origin}${path}`, cookie, Number(values.runs))
      const bare = lighthouse(`${bareOrigin}/${name}`, undefined, Number(values.runs))
      const interaction = await interactionOf(browser, `${origin}${path}`, cookie)
      const weight = await weightOf(browser, `${origin}${path}`, cookie)
      rows.push({ name, path, ours, bare, interaction, weight, most })
      console.log(name, JSON.stringify({ ours, bare, interaction, weight }))
    }
  })
  await browser.close()
  writeTable(rows, Number(values.runs))
})
