import { gzipSync } from "node:zlib"

/** Kilobytes of script, each file as gzip has it, that a page loads until it is at rest and nobody has touched it. */
export async function weightOf(browser, url, cookie) {
  const context = await browser.newContext(cookie ? { extraHTTPHeaders: { Cookie: cookie } } : {})
  const page = await context.newPage()
  const scripts = new Set()
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) scripts.add(request.url())
  })
  await page.goto(url, { waitUntil: "networkidle" })
  const sizes = [...scripts].map(async (script) => gzipSync(await (await page.request.get(script)).body()).length)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return bytes / 1000
}
