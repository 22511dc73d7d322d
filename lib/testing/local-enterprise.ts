import { recaptchaEnterprise } from "@/lib/outside/recaptcha-enterprise"
import { json, localServer } from "@/lib/testing/local-server"

/** An assessment as Google's reference has it (projects.assessments), of a good token and a harmless number. */
export const assessed = {
  name: "projects/1234567/assessments/a1b2c3d4e5f60000",
  event: { token: "the-token", siteKey: "the-site-key", expectedAction: "signup" },
  riskAnalysis: { score: 0.9, reasons: [] },
  tokenProperties: {
    valid: true,
    hostname: "latchkey.example",
    action: "signup",
    createTime: "2026-03-01T12:00:00.123Z",
  },
  phoneFraudAssessment: { smsTollFraudVerdict: { risk: 0.1, reasons: [] } },
}

/** reCAPTCHA Enterprise on this machine, which answers each assessment so, and a captcha that asks it. */
export async function localEnterprise(answer: unknown = assessed, status = 200, more: { tellsNumbers?: boolean } = {}) {
  const google = await localServer(({ path }, response) =>
    path.endsWith(":annotate") ? json(response, 200, {}) : json(response, status, answer),
  )
  const warnings: string[] = []
  const settings = {
    ...{ project: "the-project", apiKey: "the-key", siteKey: "the-site-key", url: google.url },
    ...{ minScore: 0.5, hostname: "latchkey.example", timeout: 1000, tellsNumbers: true },
  }
  const captcha = recaptchaEnterprise({ ...settings, ...more }, (event) => warnings.push(event))
  const bodies = () => google.seen.map(({ path, body }) => ({ path, body: JSON.parse(body) }))
  return { captcha, warnings, google, settings, bodies }
}
