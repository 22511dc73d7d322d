import type { IronSession } from "iron-session"
import type { z } from "zod"
import { readBody } from "@/lib/http/body"
import type { Refusal } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { noteRefusal } from "@/lib/sign-in/note-refusal"
import { type Cookie, type FormProblem, openCookie } from "@/lib/web/cookie"
import { type DeviceCookie, openDeviceCookie } from "@/lib/web/device-cookie"
import { brokenWords, wordsFor } from "@/lib/web/refusal-words"
import type { Site } from "@/lib/web/site"

/**
 * Where a form leads: on to a page, or back to its own with problems, or with what the core refused, which is put into words
 * and into the record here.
 */
export type Outcome =
  | { go: string; refusal?: Refusal }
  | { problems: FormProblem[]; page?: string }
  | { refusal: Refusal; page?: string }

/** A form of one of our pages. It works the same with and without JavaScript. */
export type Form<Values> = {
  /** The page that the form is on. */
  page: string
  read: z.ZodType<Values>
  run(values: Values, visit: FormVisit): Promise<Outcome>
}

export type FormVisit = { cookie: IronSession<Cookie>; device: IronSession<DeviceCookie>; caller: Caller; core: Core }

type Handler = (request: Request) => Promise<Response>

/**
 * A form's handlers. A browser without JavaScript is redirected (303), problems and all, so that reload and Back
 * re-post nothing; a script that asks for JSON gets `{go}` or `{problems}`. A GET leads to the form's page.
 */
export function formHandlers<Values>(form: Form<Values>, site: () => Promise<Site>): Record<"GET" | "POST", Handler> {
  const GET: Handler = async () => redirectTo(form.page)
  const POST: Handler = async (request) => {
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false
    try {
      return await post(form, request, await site(), wantsJson)
    } catch (problem) {
      await site().then(
        ({ report }) => report(problem),
        () => undefined,
      )
      const problems = [{ message: brokenWords }]
      return wantsJson
        ? Response.json({ problems }, { status: 500, headers: noStore })
        : redirectTo("/sign-in?problem=server")
    }
  }
  return { GET, POST }
}

const noStore = { "Cache-Control": "no-store" }
const redirectTo = (location: string) =>
  new Response(null, { status: 303, headers: { Location: location, ...noStore } })

async function post<Values>(form: Form<Values>, request: Request, site: Site, wantsJson: boolean): Promise<Response> {
  if (!isFromOurPages(request, site)) return strangeOrigin(wantsJson)
  const body = await readBody(request)
  const fields = "fields" in body ? texts(body.fields) : {}
  const cookie = await openCookie(site)
  delete cookie.newKey
  const parsed = await form.read.safeParseAsync(fields)
  const device = await openDeviceCookie(site)
  const caller = { ...callerOf(request, site), browserTokens: device.tokens }
  const outcome: Outcome = parsed.success
    ? await form.run(parsed.data, { cookie, device, caller, core: site.core })
    : { problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), message })) }
  if ("refusal" in outcome && outcome.refusal) noteRefusal(outcome.refusal, caller, site.core)
  if ("go" in outcome) {
    delete cookie.flash
    await cookie.save()
    return wantsJson ? Response.json({ go: outcome.go }, { headers: noStore }) : redirectTo(outcome.go)
  }
  const problems = "problems" in outcome ? outcome.problems : [wordsFor(outcome.refusal, site.core.now())]
  const page = outcome.page ?? form.page
  return answerProblems(form, { problems, page }, fields, { cookie, wantsJson, core: site.core })
}

async function answerProblems(
  form: { page: string },
  { problems, page }: { problems: FormProblem[]; page: string },
  fields: Record<string, string>,
  { cookie, wantsJson, core }: { cookie: IronSession<Cookie>; wantsJson: boolean; core: Core },
): Promise<Response> {
  if (wantsJson && page === form.page) {
    await cookie.save()
    return Response.json({ problems }, { status: 422, headers: noStore })
  }
  const { captchaToken: _, pin: __, ...values } = fields
  const id = core.newId().slice(0, 8)
  cookie.flash = { id, problems, values }
  await cookie.save()
  const go = `${page}?problem=${id}`
  return wantsJson ? Response.json({ go }, { headers: noStore }) : redirectTo(go)
}

/** Text fields only, and no longer than a cookie can carry back. */
function texts(fields: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === "captchaToken" ? value : value.slice(0, 254)]),
  )
}

/** Every browser names the origin of a POST; what names none, or another, is not our form (never `X-Forwarded-Host`). */
export function isFromOurPages(request: Request, { origins }: Site): boolean {
  const origin = request.headers.get("origin")
  if (origin === null) return request.headers.get("sec-fetch-site") === "same-origin"
  return origins.has(origin)
}

const strangeOrigin = (wantsJson: boolean) => {
  const message = "This form was sent from another site. Open the page again and retry."
  return wantsJson
    ? Response.json({ problems: [{ message }] }, { status: 403, headers: noStore })
    : new Response(message, { status: 403, headers: { ...noStore, "Content-Type": "text/plain; charset=utf-8" } })
}

/** Who uses our pages: they sign in to Handbid's accounts; the session is the browser's own and opens no API. */
export const callerOf = (request: Request, site: Site): Caller => ({
  realm: "handbid",
  audience: "browser",
  client: "browser",
  address: site.addressOf(request.headers),
  userAgent: request.headers.get("user-agent") ?? undefined,
})
