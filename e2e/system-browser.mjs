import { existsSync } from "node:fs"

/**
 * The system's Chromium, the one without windows first: the same journey takes two fifths of the CPU in it. Undefined where there is none,
 * so that Playwright uses its own, which has no windows either.
 */
export const systemBrowser = () =>
  [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(
    (path) => path && existsSync(path),
  )
