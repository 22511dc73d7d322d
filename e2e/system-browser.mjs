import { existsSync } from "node:fs"

/**
 * The system's Chromium, the one without windows first: the same journey takes two fifths of the CPU in it. Undefined where there is none,
 * so that Playwright uses its own, which has no windows either.
 */
export const systemBrowser = () =>
  [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(
    (path) => path && existsSync(path),
  )

const quiet = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
const still = "--disable-component-update --disable-sync"

/** How Playwright starts it: nothing of its own, where there is none. */
export const launched = () => {
  const executablePath = systemBrowser()
  return executablePath ? { launchOptions: { executablePath, args: `${quiet} ${still}`.split(" ") } } : {}
}
