import { readFile, writeFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { type Person, personOf } from "../person"
import { askForPin, enterEmail, register } from "../steps"

const file = "lib/reference/journeys.json"

/** The page's title and tree, without what is of one person or one moment. */
async function stepOf(page: Page, { email, phone }: Person) {
  await hydrated(page)
  const tree = await page.getByRole("main").ariaSnapshot()
  const plain = tree
    .replaceAll(email, "ada@example.com")
    .replaceAll(new RegExp(`\\b${phone.slice(-4)}\\b|\\b${phone.slice(-2)}\\b`, "g"), (digits) =>
      "1234".slice(-digits.length),
    )
    .replaceAll(/\b\d{1,2}:\d\d(:\d\d)?\b/g, "12:00")
    .replaceAll(/\b\d+ seconds?\b/g, "30 seconds")
    .replaceAll(/\?[a-z]+=[\w.-]+/g, "")
  return { title: (await page.title()).replace(" – Latchkey", ""), tree: plain }
}

test("the documentation shows both journeys' accessibility trees as they are", async ({ page, person, api }, info) => {
  await page.goto("/sign-in")
  const email = await stepOf(page, person)
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  const details = await stepOf(page, person)
  await register(page, person)
  const newcomer = { name: "Somebody new", steps: [email, details, await stepOf(page, person)] }

  const member = personOf(`member of ${info.testId} ${info.repeatEachIndex}`)
  await api.makeAccount(member)
  await page.context().clearCookies()
  await askForPin(page, member)
  const known = { name: "Somebody who has an account", steps: [email, await stepOf(page, member)] }

  const journeys = [newcomer, known]
  if (info.config.updateSnapshots === "all") await writeFile(file, `${JSON.stringify(journeys, null, 2)}\n`)
  expect(journeys).toEqual(JSON.parse(await readFile(file, "utf8")))
})
