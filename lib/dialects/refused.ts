import type { Answer, Answers, Dialect, Outcome } from "@/lib/dialects/operation"
import type { Quota, Refusal } from "@/lib/refusal"
import { secondsUntil } from "@/lib/time"

/** A refusal as a dialect says it, with the headers that go with it. */
export function refused(
  dialect: Dialect,
  refusal: Refusal,
  sent: Record<string, unknown>,
  now: Date,
  request: Request,
): Answer & Outcome {
  const retryAfter = "retryAt" in refusal ? secondsUntil(refusal.retryAt, now) : 0
  const answer = (dialect.refusals as Answers<Refusal>)[refusal.kind](refusal as never, retryAfter, sent)
  const headers = {
    ...(retryAfter && { "Retry-After": String(retryAfter) }),
    ...("quota" in refusal && rateLimitHeaders(refusal.quota, retryAfter)),
    ...(answer.status === 401 && { "WWW-Authenticate": challengeFor(refusal, request) }),
  }
  const rule = "quota" in refusal ? { rule: refusal.quota.name } : {}
  return {
    ...answer,
    headers: { ...headers, ...answer.headers },
    outcome: "refused",
    reason: refusal.kind,
    ...rule,
  }
}

/** draft-ietf-httpapi-ratelimit-headers-10. */
const rateLimitHeaders = ({ name, points, window }: Quota, retryAfter: number) => ({
  "RateLimit-Policy": `"${name}";q=${points};w=${Math.ceil(window / 1000)}`,
  RateLimit: `"${name}";r=0;t=${retryAfter}`,
})

/** RFC 6750, section 3: an error is named only where a token was shown. */
const challengeFor = (refusal: Refusal, request: Request) =>
  refusal.kind === "unauthorized" && request.headers.has("authorization")
    ? 'Bearer realm="latchkey", error="invalid_token"'
    : 'Bearer realm="latchkey"'
