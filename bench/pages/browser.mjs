import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"

// Lighthouse wants the whole browser, and not the one without windows that journeys take.
const system = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path))

/** The browser that all of a run uses, and how it is started. */
export const executablePath = system ?? chromium.executablePath()
export const flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
export const browserOptions = { executablePath, args: flags.split(" ") }
