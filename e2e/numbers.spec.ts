import { readFile } from "node:fs/promises"
import { openConsole } from "./console"
import { expect, test } from "./journey"
import { operatorOf } from "./under-test"

test("an operator sees what a sign-in costs by prefix, and takes a report that holds no phone number", async ({
  page,
  api,
}, { project }) => {
  const operator = operatorOf(project.name, "numbers")
  await openConsole(page, operator, api)
  await page.getByRole("link", { name: /^What a sign-in costs/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Numbers to steer by, in 24 hours")
  const costs = page.getByRole("region", { name: "A sign-in's cost by prefix, in 24 hours" })
  // The dearest are shown: with many people, one operator's own is not among them.
  await expect(costs.getByRole("row", { name: /^\+1303\d+…/ }).first()).toContainText("$0.")
  await expect(page.getByRole("main")).not.toContainText(operator.phone)
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSON", exact: true }).click(),
  ])
  const text = await readFile(await download.path(), "utf8")
  expect(JSON.parse(text).decisions.length).toBeGreaterThan(0)
  expect(text).not.toContain(operator.phone)
})
