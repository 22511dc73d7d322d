import { expect, test } from "vitest"
import { consoleSite, jarWith } from "@/lib/testing/operators"
import { elsewhere, google } from "@/lib/testing/people"
import { openCookie } from "@/lib/web/cookie"
import { formHandlers } from "@/lib/web/form"
import { checkEmailForm } from "@/lib/web/sign-in/forms"

/** The eleventh request of an address that brings no token, as this kind of browser sends it. */
async function refused(headers: Record<string, string>) {
  const { auth, site } = await consoleSite([], { captcha: google })
  const address = elsewhere()
  const jar = await jarWith({}, site)
  const at = async () => ({ ...site, addressOf: () => address })
  for (let index = 0; index < 10; index++)
    await auth.call("emailCheck", { body: { email: `nobody${index}@example.com` }, address })
  const body = new URLSearchParams({ email: "someone@example.com" })
  const init = { method: "POST", body, headers: { origin: "https://latchkey.example", ...headers } }
  const answer = await formHandlers(checkEmailForm, at, jar).POST(new Request("https://latchkey.example/do/it", init))
  return { answer, cookie: await openCookie(site, jar) }
}

test("a page whose scripts run is offered work, beside the words of the refusal", async () => {
  const { answer } = await refused({ accept: "application/json" })
  const { problems } = (await answer.json()) as { problems: { message: string; puzzle?: string }[] }
  expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining("{when}") })])
  expect(JSON.parse(problems[0]?.puzzle ?? "").parameters.algorithm).toBe("SCRYPT")
})

test("a page without scripts is told the refusal and its wait, and carries no puzzle in its cookie", async () => {
  const { answer, cookie } = await refused({})
  expect(answer.status).toBe(303)
  expect(cookie.flash?.problems).toEqual([expect.objectContaining({ wait: expect.any(Number) })])
  expect(JSON.stringify(cookie)).not.toContain("SCRYPT")
})
