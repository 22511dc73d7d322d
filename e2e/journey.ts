import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test"
import { Api } from "./api"
import { type Google, standInForGoogle } from "./google"
import { type Person, personOf } from "./person"

type Options = {
  google: Google
  /** What this test's browser may complain about, since the test provokes it. */
  mayComplain: RegExp | undefined
}
type Fixtures = { person: Person; api: Api; member: Person; watched: undefined }

/** Chromium reports each 4xx in the console. A form that says no is no fault. */
const formSaidNo = /status of 422 \(.*\) .*\/do\//
/** React, in a page that was left before it had come whole. A page that came short fails its test by what it lacks. */
const leftEarly = /React error #412;/

/**
 * A test with somebody of its own in it: `person` is new here, `member` has an account. A complaint of the browser
 * (a script error, a breach of the Content-Security-Policy, a missing file) fails the test.
 */
export const test = base.extend<Options & Fixtures>({
  google: ["answers", { option: true }],
  mayComplain: [undefined, { option: true }],

  person: async ({ baseURL: _ }, use, { testId, repeatEachIndex }) => use(personOf(`${testId} ${repeatEachIndex}`)),
  extraHTTPHeaders: async ({ person }, use) => use({ "x-forwarded-for": person.address }),
  api: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL: baseURL as string })
    await use(new Api(request))
    await request.dispose()
  },
  member: async ({ api, person }, use) => {
    await api.makeAccount(person)
    await use(person)
  },

  watched: [
    async ({ context, google, mayComplain }, use) => {
      const complaints: string[] = []
      context.on("weberror", (error) => complaints.push(String(error.error())))
      context.on("console", (message) => complaints.push(...complaintOf(message)))
      await standInForGoogle(context, google)
      await use(undefined)
      const expected = (text: string) => formSaidNo.test(text) || leftEarly.test(text) || mayComplain?.test(text)
      expect(complaints.filter((text) => !expected(text))).toEqual([])
    },
    { auto: true },
  ],
})

const complaintOf = (message: ConsoleMessage): string[] =>
  ["error", "warning"].includes(message.type()) ? [`${message.text()} ${message.location().url}`] : []

/** Waits until React has taken the form over: before that it posts itself, which is another journey. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main form")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__reactProps")),
    ),
  )
}

export { expect }
