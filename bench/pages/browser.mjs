import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"

const system = process.env.CHROMIUM ?? "/usr/bin/chromium"

/** The browser that all of a run uses, and how it is started. */
export const executablePath = existsSync(system) ? system : chromium.executablePath()
export const flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
export const browserOptions = { executablePath, args: flags.split(" ") }
