/**
 * The slowest interaction in milliseconds, as INP counts them, with the CPU slowed down four times: each control of the page is
 * pressed, and each field is typed into. Undefined for a page on which there is nothing to do.
 */
export async function interactionOf(browser, url, cookie) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    ...(cookie && { extraHTTPHeaders: { Cookie: cookie } }),
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 })
  await page.addInitScript(() => {
    window.slowest = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration)
    }).observe({ type: "event", durationThreshold: 16, buffered: true })
  })
  await page.goto(url)
  await page.waitForLoadState("networkidle")
  for (const field of await page.locator("main input:visible:not([type=radio], [type=checkbox])").all()) {
    await field.click()
    await field.pressSequentially("ab1", { delay: 50 })
  }
  for (const summary of await page.locator("main summary:visible").all()) await summary.click()
  await page.waitForTimeout(500)
  const slowest = await page.evaluate(() => window.slowest)
  await context.close()
  return slowest
}
