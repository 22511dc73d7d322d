import type { z } from "zod"
import { isRefusal } from "@/lib/refusal"
import type { SignedIn } from "@/lib/session/session"
import type { Core, Member } from "@/lib/sign-in/core"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import type { Form, FormVisit, Outcome } from "@/lib/web/form"
import { signInFor } from "@/lib/web/onward"

type MemberForm<Values> = {
  page: string
  read: z.ZodType<Values>
  owns?: Form<Values>["owns"]
  run(values: Values, member: Member, core: Core, visit: FormVisit): Promise<Outcome>
}

/** A form for signed-in people. Others are led to the sign-in page, and from there back to the form's; nothing is done. */
export const memberForm = <Values>({ page, read, owns, run }: MemberForm<Values>): Form<Values> => ({
  page,
  read,
  ...(owns && { owns }),
  async run(values, visit) {
    const { cookie, caller, core } = visit
    const signedIn = cookie.accessToken ? await whoIsThis(cookie.accessToken, caller.audience, core) : undefined
    if (!signedIn) return { go: signInFor(page) }
    if (isRefusal(signedIn)) return { go: signInFor(page), refusal: signedIn }
    return aboutOwn(await run(values, { ...caller, signedIn }, core, visit), signedIn)
  },
})

/** What a member is refused goes into the record with their name. */
function aboutOwn(outcome: Outcome, { account, session }: SignedIn): Outcome {
  if (!("refusal" in outcome) || !outcome.refusal) return outcome
  const about = { accountId: account.id, sessionId: session.id, ...outcome.refusal.about }
  return { ...outcome, refusal: { ...outcome.refusal, about } }
}
