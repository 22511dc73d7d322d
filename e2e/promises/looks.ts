import type { Page } from "@playwright/test"

/** What is wrong with the sight of a page at 320 px, with text at 200%: wider than the window, or too small to touch. */
export async function faultsOfSight(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%"
  })
  const faults = await page.evaluate(() => {
    const nameOf = (element: Element) =>
      `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 40)}`
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest(".visually-hidden, .skip-link")
    const wide = document.documentElement.scrollWidth
    const beyond = [...document.querySelectorAll("body *")].filter(
      (element) =>
        isSeen(element) &&
        element.getBoundingClientRect().right > 321 &&
        !element.closest("[tabindex='0'], pre, table"),
    )
    return wide > 320 ? [`${wide} px wide`, ...beyond.map(nameOf)] : []
  })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ""
  })
  const small = await page.evaluate(() => {
    const isInText = (link: Element) =>
      link.matches("p a, li a, dd a, td a") && link.parentElement?.textContent !== link.textContent
    return (
      [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
        .filter(
          (control) =>
            control.checkVisibility() && !control.closest(".visually-hidden, .skip-link") && !isInText(control),
        )
        // The label around a box is pressed, not the box.
        .map((control) => ({ control, box: (control.closest("label") ?? control).getBoundingClientRect() }))
        .filter(({ control, box }) => box.height < (control.matches(".button:not(.secondary)") ? 44 : 24))
        .map(({ control, box }) => `${Math.round(box.height)} px: ${control.outerHTML.slice(0, 120)}`)
    )
  })
  return [...faults, ...small]
}
