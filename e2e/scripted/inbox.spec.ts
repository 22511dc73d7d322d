import { expect, test } from "../journey"
import { inboxToken } from "../under-test"

test("the inbox shows a new text message without being asked again", async ({ page, person, api }) => {
  await page.goto(`/dev/inbox?${new URLSearchParams({ token: inboxToken, to: person.phone })}`)
  await expect(page.getByText("No text messages yet")).toBeVisible()
  await api.makeAccount(person)
  await expect(page.getByText("is your Latchkey PIN")).toBeVisible()
})
