import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, hydrated } from "../journey"
import { faultsOfSight } from "./looks"

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** Axe finds nothing on this page, light and dark, and nothing is cut off. */
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
