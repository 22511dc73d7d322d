import { readFile } from "node:fs/promises"
import { decisionsOf, openConsole } from "./console"
import { expect, test } from "./journey"
import { enterEmail, fillInDetails, signIn, summary } from "./steps"
import { operatorOf } from "./under-test"

test.describe("whoever is no operator", () => {
  test.use({ mayComplain: /status of 404/ })

  test("finds no console: no link, no page, no form, no file", async ({
    page,
    member,
    api,
    baseURL,
    javaScriptEnabled,
  }) => {
    const tryAll = async () => {
      const headers = { origin: baseURL as string }
      for (const path of [
        "/admin",
        "/admin?span=week",
        "/admin/policy",
        "/admin/apps",
        "/admin/numbers",
        "/admin/decisions.csv",
        "/admin/report",
        "/admin/pulse",
      ])
        expect((await page.request.get(path)).status(), path).toBe(404)
      for (const form of [
        "list-numbers",
        "unlist-numbers",
        "pin-mode",
        "unpin-mode",
        "change-policy",
        "undo-policy",
        "end-event",
        "make-app",
        "replace-app-secret",
        "disable-app",
        "enable-app",
      ]) {
        const answer = await page.request.post(`/do/${form}`, { headers, form: { level: "3", numbers: "US" } })
        expect(answer.status(), form).toBe(404)
        expect((await page.request.get(`/do/${form}`, { maxRedirects: 0 })).status(), form).toBe(404)
      }
    }
    await tryAll()
    await signIn(page, member, api)
    await expect(page.getByRole("link", { name: /console/ })).toHaveCount(0)
    await tryAll()
    // Without scripts Next leaves the page of a refused route empty.
    if (javaScriptEnabled === false) return
    await page.goto("/admin")
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible()
  })
})

test("an operator sees their own sign-in among the decisions, why it was made, and takes the file", async ({
  page,
  api,
}, { project }) => {
  const operator = operatorOf(project.name, "figures")
  await openConsole(page, operator, api)
  await expect(page.getByRole("heading", { name: "Spent today" })).toBeVisible()
  await expect(page.getByRole("img", { name: "Messages by hour" })).toBeVisible()

  const decision = decisionsOf(page, operator).first()
  await expect(decision).toContainText("Verified")
  await decision.locator("summary").click()
  const verdicts = decision.getByRole("region", { name: "Verdicts" })
  await expect(verdicts.getByRole("row", { name: /Budget spent/ })).toContainText("Passed")
  await expect(page.getByRole("main")).not.toContainText(operator.phone)

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^decisions-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await download.path(), "utf8")
  expect(text).toContain(`'${operator.phone.slice(0, -5)},`)
  expect(text).not.toContain(operator.phone)
})

test("a blocked prefix gets no message from then on, and the account's record tells of it", async ({
  page,
  api,
  person,
}, { project }) => {
  await openConsole(page, operatorOf(project.name, "list"), api)
  const prefix = project.name === "js" ? "+1907222" : "+1907333"
  const list = page.getByRole("list", { name: "Blocked and allowed" })

  await page.getByLabel("Country or prefix").fill("nowhere")
  await page.getByRole("button", { name: "Put on the list" }).click()
  await expect(summary(page)).toContainText("Enter a country, like HK")
  await expect(page.getByLabel("Country or prefix")).toHaveValue("nowhere")

  await page.getByLabel("Country or prefix").fill(prefix)
  await page.getByRole("button", { name: "Put on the list" }).click()
  await expect(page.getByRole("status").filter({ hasText: "Blocked, from the next message on." })).toBeVisible()
  await expect(list.getByRole("listitem").filter({ hasText: `${prefix}…` })).toContainText("Blocked")

  const blocked = { ...person, phone: `${prefix}4567` }
  const theirs = await page
    .context()
    .browser()
    ?.newPage({ extraHTTPHeaders: { "x-forwarded-for": person.address } })
  if (!theirs) throw new Error("no browser")
  await enterEmail(theirs, blocked)
  await fillInDetails(theirs, blocked)
  await theirs.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(theirs)).toContainText("We cannot send text messages to this country yet")
  expect(await api.messages(blocked)).toEqual([])
  await theirs.close()

  await page.goto("/admin?outcome=refused")
  await expect(decisionsOf(page, blocked).first()).toContainText("Blocked by an operator")
  await list
    .getByRole("listitem")
    .filter({ hasText: `${prefix}…` })
    .getByRole("button", { name: "Remove" })
    .click()
  await expect(list.getByRole("listitem").filter({ hasText: `${prefix}…` })).toHaveCount(0)
  await page.goto("/account")
  await expect(page.getByRole("region", { name: "Recent activity" })).toContainText(`prefix ${prefix} was blocked`)
})

test("an operator blocks numbers where they see them, after a second press, and an own number is refused", async ({
  page,
  api,
  person,
}, { project }) => {
  const operator = operatorOf(project.name, "row")
  await openConsole(page, operator, api)
  const suspect = { ...person, phone: project.name === "js" ? "+19074414567" : "+19076624567" }
  const { email, phone: mobile } = suspect
  const theirs = { firstName: "Pat", lastName: "Lee", email, mobile, countryCode: "US", whitelabelId: 1 }
  expect((await page.request.post("/v3/auth/register", { data: theirs })).status()).toBe(201)
  await page.reload()
  const entry = decisionsOf(page, suspect).first()
  await entry.locator("summary").first().click()
  await entry.locator("summary", { hasText: /^Block/ }).click()
  await entry.getByRole("button", { name: /^Block \+/ }).click()
  const list = page.getByRole("list", { name: "Blocked and allowed" })
  await expect(list.getByRole("listitem").filter({ hasText: `${suspect.phone.slice(0, -5)}…` })).toContainText(
    "Blocked",
  )

  const countries = page.getByRole("region", { name: /^By country/ })
  const row = countries.getByRole("row", { name: /^United States/ })
  await expect(row.getByRole("cell").first()).toContainText("$")
  await row.locator("summary", { hasText: /^Block/ }).click()
  await row.getByRole("button", { name: "Block United States" }).click()
  await expect(summary(page)).toContainText("Your own phone is among these numbers")
})

test("what the money bought stands first: a sign-in's cost, the month and 30 days", async ({ page, api }, {
  project,
}) => {
  await openConsole(page, operatorOf(project.name, "money"), api)
  const figure = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) })
  await expect(figure("A sign-in costs")).toContainText(/\$\d+\.\d{4}/)
  await expect(figure("This month")).toContainText(/\$\d+\.\d\d/)
  await expect(page.getByRole("img", { name: "Spend by day" })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  const spent = page.getByRole("region", { name: /^By country/ }).getByRole("columnheader", { name: "Spent" })
  const box = await spent.boundingBox()
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
})

test("the console is in order for keyboards, screen readers and narrow phones", async ({ page, api }, { project }) => {
  await openConsole(page, operatorOf(project.name, "fresh"), api)
  const levels = await page.locator("h1, h2, h3").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])))
  expect(levels[0]).toBe(1)
  for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 1)).toBeLessThanOrEqual(1)
  // Every control has a name, every id is there once, every table cell has a heading, and nothing breaks the policy.
  const faults = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    const refs = [...document.querySelectorAll("[aria-labelledby], [aria-describedby]")].flatMap((element) =>
      ["aria-labelledby", "aria-describedby"].flatMap((name) => element.getAttribute(name)?.split(" ") ?? []),
    )
    return [
      ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice: ${id}`),
      ...refs.filter((id) => !document.getElementById(id)).map((id) => `nowhere: ${id}`),
      ...[...document.querySelectorAll("main input:not([type=hidden]), main select")]
        .filter((control) => (control as HTMLInputElement).labels?.length === 0)
        .map((control) => `unlabelled: ${control.outerHTML}`),
      ...[...document.querySelectorAll("th:not([scope])")].map((cell) => `no scope: ${cell.textContent}`),
      ...[...document.querySelectorAll("svg:not([aria-hidden]):not([role=img])")].map(() => "a picture without a role"),
      ...[...document.querySelectorAll("main [style]")].map((element) => `style: ${element.outerHTML.slice(0, 99)}`),
    ]
  })
  expect(faults).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await page.waitForLoadState("load")
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
