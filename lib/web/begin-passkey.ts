import { userHandleOf } from "@/lib/account/passkey"
import { readBody } from "@/lib/http/body"
import { policy } from "@/lib/limits/policy"
import { isFresh } from "@/lib/my-account/passkeys"
import { refuse } from "@/lib/refusal"
import type { SignedIn } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { beginCeremony, type Ceremony } from "@/lib/sign-in/steps/ceremony"
import { keepCeremony, openCeremonies } from "@/lib/web/ceremony-cookie"
import { openCookie } from "@/lib/web/cookie"
import { told } from "@/lib/web/flash"
import { type FormHandlers, noStore, strangeOrigin } from "@/lib/web/form"
import { isFromOurPages } from "@/lib/web/form-caller"
import { sayAt } from "@/lib/web/language"
import { broken, wordsFor } from "@/lib/web/refusal-words"
import { reportAt, type Site } from "@/lib/web/site"
import { brandOf, themeOfHost } from "@/lib/web/theme/brand"
import { signedInBy } from "@/lib/web/viewer"

/**
 * What our pages ask before a passkey is shown or made: the options of WebAuthn as JSON, whose challenge goes into a sealed cookie too.
 * `for=add` makes one for the account that is signed in; anything else signs in, and tells nothing of any account.
 */
export const beginPasskey = (site: () => Promise<Site>): FormHandlers => ({
  GET: async () => new Response(null, { status: 303, headers: { Location: "/sign-in", ...noStore } }),
  async POST(request) {
    try {
      return await begin(request, await site())
    } catch (problem) {
      await reportAt(site, problem)
      return problemOf(broken, request, 500)
    }
  },
})

async function begin(request: Request, site: Site): Promise<Response> {
  const { core } = site
  const theme = themeOfHost(request.headers.get("host"), await core.themes.all())
  if (!isFromOurPages(request, site, theme)) return strangeOrigin(true)
  const body = await readBody(request)
  const origin = request.headers.get("origin") ?? core.issuer
  if (!("fields" in body) || body.fields.for !== "add") return begun(beginCeremony(origin, undefined, core), {}, site)

  const signedIn = await signedInBy(await openCookie(site), core)
  if (!signedIn || !isFresh({ signedIn }, core)) {
    const refusal = signedIn
      ? refuse({ kind: "passkey-refused", because: "stale" })
      : refuse({ kind: "unauthorized", because: "missing" })
    return problemOf(wordsFor(refusal, core.now()), request, 422)
  }
  const ceremony = beginCeremony(origin, signedIn.session.id, core)
  return begun(ceremony, await creation(ceremony, brandOf(theme).name, signedIn, core), site)
}

async function begun(ceremony: Ceremony, more: object, site: Site): Promise<Response> {
  await keepCeremony(await openCeremonies(site), ceremony)
  const { challenge, rpId } = ceremony
  const common = { challenge, rpId, timeout: policy.ceremonyLife, userVerification: "required" }
  return Response.json({ ...common, ...more }, { headers: noStore })
}

/** What is asked of a new passkey (WebAuthn Level 3, 5.4): it must be found without a name, and check its owner. */
async function creation({ rpId }: Ceremony, name: string, { account }: SignedIn, core: Pick<Core, "passkeys">) {
  const known = await core.passkeys.list(account.id)
  const { id, email, firstName, lastName } = account
  const displayName = `${firstName} ${lastName}`.trim()
  return {
    rp: { id: rpId, name },
    user: { id: userHandleOf(id), name: email ?? displayName, displayName },
    pubKeyCredParams: [edDsa, es256, rs256].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: known.map(({ id, transports }) => ({ type: "public-key", id, transports })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
  }
}

// COSE's numbers for the algorithms (RFC 9053 and 8812), the better first.
const [edDsa, es256, rs256] = [-8, -7, -257]

const problemOf = (problem: Parameters<typeof told>[0], request: Request, status: number) =>
  Response.json({ problems: [told(problem, sayAt("/account", request.headers))] }, { status, headers: noStore })
