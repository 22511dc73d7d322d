import type { Realm } from "@/lib/account/realm"
import { challengeLife, type NewChallenge, pinRules } from "@/lib/challenge/challenge"
import { policy } from "@/lib/limits/policy"
import { type No, type Quota, refuse } from "@/lib/refusal"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/** A new PIN is the way on. The time is the same for everybody: a running wait would tell who has an account. */
export function triesSpent(realm: Realm, core: Pick<Core, "now">): No<"tries-spent"> {
  const quota: Quota = { name: "tries", points: pinRules[realm].tries, window: challengeLife }
  return refuse({ kind: "tries-spent", retryAt: after(core.now(), policy.firstWait), quota })
}

/** A decoy challenge, so that guesses at a subject without a real one count alike. No PIN opens it. */
export function decoyFor(
  about: Pick<NewChallenge, "realm" | "subject" | "purpose" | "whitelabelId">,
  core: Pick<Core, "now" | "newId" | "keys">,
): NewChallenge {
  const now = core.now()
  const unclaimed = { accountId: null, applicant: null, phone: null, keyHash: null }
  const life = { issuedAt: now, expiresAt: after(now, challengeLife) }
  return { id: core.newId(), keyId: core.keys.current.id, ...about, ...unclaimed, ...life }
}
