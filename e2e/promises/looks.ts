import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, hydrated } from "../journey"

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** No fault that axe finds, in either theme, and none of sight. */
export async function expectNoFault(page: Page): Promise<void> {
  await hydrated(page)
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(await faultsOfSight(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
}

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

/**
 * What is wider than the window when the page is read from right to left: in a pseudo-locale, whose words are ours with each letter
 * written in that direction (Unicode's bidirectional override), as Arabic or Hebrew would be.
 */
export async function faultsRightToLeft(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.documentElement.dir = "rtl"
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim()) node.textContent = `\u202e${node.textContent}\u202c`
  })
  const faults: string[] = []
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const isOut = (element: Element) => {
        const { left, right } = element.getBoundingClientRect()
        const isSeen =
          element.checkVisibility() && !element.closest(".visually-hidden, .skip-link, [tabindex='0'], pre, table")
        return isSeen && (left < -1 || right > clientWidth + 1)
      }
      const out = [...document.querySelectorAll("body *")].filter(isOut)
      return scrollWidth > clientWidth || out.length > 0
        ? [`${scrollWidth} px`, ...out.map(({ tagName, className }) => `${tagName} ${className}`)]
        : []
    })
    faults.push(...beyond.map((fault) => `${width}: ${fault}`))
  }
  return faults
}
