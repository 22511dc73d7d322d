import type { Page } from "@playwright/test"
import { systemNow } from "@/lib/outside/clock"
import { after, days } from "@/lib/time"
import { openConsole } from "./console"
import { expect, test } from "./journey"
import { summary } from "./steps"
import { operatorOf } from "./under-test"

const field = (page: Page) => page.getByLabel("A client", { exact: true })
const why = (page: Page) => page.getByRole("region", { name: "Settings" }).getByLabel("Why")
const tryIt = (page: Page) => page.getByRole("button", { name: "Try it on the past" }).click()
const draft = (page: Page) => page.getByRole("region", { name: "Not saved yet" })
const save = (page: Page) => page.getByRole("button", { name: "Save this change" }).click()
const said = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible()

// The policy is one for all: what changes it goes one after the other, and in one project.
test.describe.configure({ mode: "default" })

async function openPolicy(page: Page) {
  await page.goto("/admin")
  await page.getByRole("link", { name: /Change budgets/ }).click()
  await expect(page.getByRole("heading", { name: "The firewall's policy", level: 1 })).toBeVisible()
}

async function typeChange(page: Page, value: string, reason: string) {
  await field(page).fill(value)
  await why(page).fill(reason)
  await tryIt(page)
}

test("what is wrong with a change is said at its field, and what was typed stays; a right one is tried before it is saved", async ({
  page,
  api,
}, { project }) => {
  await openConsole(page, operatorOf(project.name, "policy"), api)
  await openPolicy(page)
  await tryIt(page)
  await expect(summary(page)).toContainText("Nothing is changed yet")
  await expect(summary(page)).toContainText("Say why")
  await typeChange(page, "many", "a test")
  await expect(summary(page)).toContainText("Enter a number")
  await expect(field(page)).toHaveValue("many")
  await typeChange(page, "999999", "a test")
  await expect(summary(page)).toContainText("Enter 1 texts to 10,000 texts")
  await page.getByLabel("All messages, a day").fill("5000")
  await typeChange(page, "401", "a test")
  await expect(summary(page)).toContainText("No budget passes the ceiling of a day, $1,200.00")
  await page.getByLabel("All messages, a day").fill("600")
  await typeChange(page, "401", "a test")
  await expect(draft(page)).toContainText("Breakers: A client")
  await expect(draft(page)).toContainText("400 texts 401 texts")
  const tried = draft(page).getByRole("table")
  await expect(tried.getByRole("row", { name: /This change/ })).toBeVisible()
  await expect(draft(page)).toContainText(/who verified would have been refused/)
  await page.getByRole("link", { name: "Do not save it" }).click()
  await expect(draft(page)).toHaveCount(0)
  await expect(field(page)).toHaveValue("400")
})

test("a change is saved, another operator's page is told of it and keeps what was typed, and an undo takes it back", async ({
  page,
  context,
  api,
}, { project }) => {
  test.skip(project.name !== "no-js", "the policy is one for all")
  await openConsole(page, operatorOf(project.name, "undo"), api)
  await openPolicy(page)
  const late = await context.newPage()
  await openPolicy(late)
  await typeChange(late, "402", "the later one")
  await typeChange(page, "401", "the first one")
  await save(page)
  await said(page, "Saved. It holds on every server within 10 seconds.")
  const versions = page.getByRole("list", { name: "Versions" })
  await expect(versions.getByRole("listitem").first()).toContainText("the first one")
  await expect(versions.getByRole("listitem").first()).toContainText("You")

  await save(late)
  await expect(summary(late)).toContainText("Another operator changed the policy meanwhile")
  await expect(draft(late)).toContainText("401 texts 402 texts")
  await save(late)
  await said(late, "Saved.")
  await expect(field(late)).toHaveValue("402")
  await late.getByRole("button", { name: "Undo this" }).click()
  await said(late, "Undone.")
  await expect(field(late)).toHaveValue("401")

  await page.getByRole("button", { name: "Go back to this" }).last().click()
  await expect(summary(page)).toContainText("Another operator changed the policy meanwhile")
  await page.getByRole("button", { name: "Go back to this" }).last().click()
  await said(page, "Undone.")
  await expect(field(page)).toHaveValue("400")

  await page.getByText("Announce a crowd at a whitelabel").click()
  const events = page.getByRole("region", { name: "Announced events" })
  await events.getByRole("button", { name: "Look at what it raises" }).first().click()
  await expect(summary(page)).toContainText("Enter a name of 1 to 60 characters")
  await events.getByLabel("Name").first().fill("Gala")
  await events.getByLabel("Guests").fill("500")
  await events.getByLabel("From").first().fill("2020-01-01T19:00")
  await events.getByLabel("Until").first().fill("2020-01-01T23:00")
  await events.getByLabel("Why").first().fill("they told us")
  await events.getByRole("button", { name: "Look at what it raises" }).first().click()
  await expect(summary(page)).toContainText("This is over. Enter a time that is to come")
  const [day, next] = [0, 1].map((more) => after(systemNow(), days(more)).toISOString().slice(0, 10))
  await events.getByLabel("From").first().fill(`${day}T00:00`)
  await events.getByLabel("Until").first().fill(`${next}T23:00`)
  await events.getByRole("button", { name: "Look at what it raises" }).first().click()
  await expect(draft(page)).toContainText("Gala: 500 guests at Handbid")
  await expect(draft(page)).toContainText("hold $54.23 more")
  await page.getByRole("button", { name: "Announce it" }).click()
  await said(page, "Announced. It begins and ends by itself.")
  await expect(page.getByRole("list", { name: "Events" })).toContainText("On now")
  await page.getByRole("button", { name: "End now" }).click()
  await said(page, "Ended.")
  await expect(page.getByRole("list", { name: "Events" })).toContainText("Over")
})
