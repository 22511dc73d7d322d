// Makes sure that there is a browser for the journeys: the system's, or Playwright's own, or the system's package.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"
import { systemBrowser } from "./system-browser.mjs"

const found = () => systemBrowser() !== undefined || existsSync(chromium.executablePath())
const run = (command) => spawnSync(command, { shell: true, stdio: "inherit" }).status === 0

const asRoot = process.getuid?.() === 0 ? "" : "sudo -n "
const ways = [
  "npx playwright install chromium",
  `command -v apt-get && ${asRoot}apt-get update -qq && ${asRoot}apt-get install -y -qq chromium`,
]
for (const way of ways) if (!found()) run(way)

if (!found()) {
  console.error("No browser: install Chromium, or run `npx playwright install chromium`, or name one in CHROMIUM.")
  process.exit(1)
}
