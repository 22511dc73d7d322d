import type { BrowserContext, Route } from "@playwright/test"

/** reCAPTCHA's script, as far as the page can tell. Its token says which action it was asked for. */
const script = `window.grecaptcha = {
  ready: (done) => done(),
  execute: async (client, { action }) => "token-for-" + action,
}`

const answers = {
  answers: (route: Route) => route.fulfill({ contentType: "text/javascript", body: script }),
  blocked: (route: Route) => route.abort(),
  silent: () => undefined,
}

/** How Google behaves towards this browser. */
export type Google = keyof typeof answers

/** Nothing here reaches Google. */
export async function standInForGoogle(context: BrowserContext, google: Google): Promise<void> {
  await context.route("https://www.google.com/recaptcha/**", answers[google])
}
