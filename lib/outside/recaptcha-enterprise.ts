import { z } from "zod"
import type { Assessed, Captcha, CaptchaAction, CaptchaVerdict, TextNews } from "@/lib/firewall/captcha"
import { exchange } from "@/lib/outside/exchange"
import type { Duration } from "@/lib/time"

/** How to ask reCAPTCHA Enterprise, and what to expect of its answer. */
export type EnterpriseSettings = {
  /** The Google Cloud project, and a key of it that may use this API alone. */
  project: string
  apiKey: string
  siteKey: string
  /** Where the API is reached. */
  url: string
  minScore: number
  hostname: string
  timeout: Duration
  /** Whether SMS defense is in use, so that numbers are told to Google. */
  tellsNumbers: boolean
}

// https://cloud.google.com/recaptcha/docs/reference/rest/v1/projects.assessments. What is zero or false may be left out.
const assessment = z.object({
  name: z.string().regex(/^projects\/[^/?#]+\/assessments\/[^/?#]+$/),
  tokenProperties: z
    .object({
      valid: z.boolean().default(false),
      invalidReason: z.string().optional(),
      action: z.string().optional(),
      hostname: z.string().optional(),
    })
    .default({ valid: false }),
  riskAnalysis: z.object({ score: z.number().default(0) }).default({ score: 0 }),
  phoneFraudAssessment: z.unknown().optional(),
})

// https://cloud.google.com/recaptcha/docs/sms-fraud-detection: 0 is a low risk and 1 a high one, the other way round than a token's score.
const fraud = z.object({
  smsTollFraudVerdict: z.object({
    risk: z.number().min(0).max(1).default(0),
    reasons: z.array(z.string()).default([]),
  }),
})

/** A token that was made for something else; any other that is not valid is as good as none. */
const foreign = new Set(["UNEXPECTED_ACTION", "KEY_MISMATCH", "DOMAIN_MISMATCH"])

/**
 * reCAPTCHA Enterprise in the place of `siteverify`: it judges a token once, and with it a number, if SMS defense is in use. The same
 * verdicts as there: what does not answer in time, or not in its own terms, is `unreachable`, and has no opinion.
 */
export function recaptchaEnterprise(settings: EnterpriseSettings, warn: (event: string) => void): Captcha {
  const { url, project, apiKey, timeout, tellsNumbers } = settings
  const post = async (path: string, body: unknown): Promise<unknown> => {
    // The key goes in a header: addresses end up in logs.
    const headers = { "content-type": "application/json; charset=utf-8", "x-goog-api-key": apiKey }
    const init = { method: "POST", headers, body: JSON.stringify(body), redirect: "error" } as const
    const { status, text } = await exchange(`${url.replace(/\/$/, "")}/v1/${path}`, init, timeout)
    if (status === 200) return JSON.parse(text)
    if ([400, 401, 403, 404].includes(status)) warn("recaptcha-key-refused")
    throw new Error("The assessment was refused.")
  }
  const assess = async (
    token: string,
    action: CaptchaAction,
    address: string | undefined,
    e164?: string,
  ): Promise<Assessed> => {
    if (token.length > 8192) return { verdict: "none" }
    const event = {
      token,
      siteKey: settings.siteKey,
      expectedAction: action,
      ...(address && { userIpAddress: address }),
      ...(e164 && { userInfo: { userIds: [{ phoneNumber: e164 }] } }),
    }
    try {
      const answer = assessment.parse(await post(`projects/${encodeURIComponent(project)}/assessments`, { event }))
      const verdict = verdictOf(answer, action, settings)
      const risk = e164 === undefined ? undefined : riskIn(answer.phoneFraudAssessment)
      if (e164 === undefined || risk === undefined) return { verdict }
      return { verdict, assessment: answer.name, opinion: { source: "recaptcha", score: risk, of: e164 } }
    } catch {
      warn("recaptcha-unreachable")
      return { verdict: "unreachable" }
    }
  }
  const check = async (token: string, action: CaptchaAction, address: string | undefined) =>
    (await assess(token, action, address)).verdict
  if (!tellsNumbers) return { check }
  return {
    check,
    assess,
    async annotate(name, news, e164, at) {
      const phoneAuthenticationEvent = { phoneNumber: e164, eventTime: at.toISOString() }
      await post(`${name}:annotate`, { ...became[news], phoneAuthenticationEvent }).catch(() =>
        warn("recaptcha-not-told"),
      )
    },
  }
}

// https://cloud.google.com/recaptcha/docs/annotate-assessment: what was begun and never passed counts as abandoned there.
const became: Readonly<Record<TextNews, object>> = {
  sent: { reasons: ["INITIATED_TWO_FACTOR"] },
  verified: { annotation: "LEGITIMATE", reasons: ["PASSED_TWO_FACTOR"] },
}

function verdictOf(
  { tokenProperties: { valid, invalidReason = "", ...made }, riskAnalysis: { score } }: z.output<typeof assessment>,
  action: CaptchaAction,
  { hostname, minScore }: EnterpriseSettings,
): CaptchaVerdict {
  if (!valid) return foreign.has(invalidReason) ? "bad" : "none"
  return made.action === action && made.hostname === hostname && score >= minScore ? "good" : "bad"
}

/** The risk of a number; undefined where Google says none, or that it is no number. */
function riskIn(told: unknown): number | undefined {
  const { data } = fraud.safeParse(told)
  return data?.smsTollFraudVerdict.reasons.includes("INVALID_PHONE_NUMBER") ? undefined : data?.smsTollFraudVerdict.risk
}
