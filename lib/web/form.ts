import type { IronSession } from "iron-session"
import { cookies } from "next/headers"
import { z } from "zod"
import { readBody } from "@/lib/http/body"
import { comeBack, inTime, Overdue, patience } from "@/lib/http/in-time"
import { type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Begun } from "@/lib/sign-in/steps/ceremony"
import { noteRefusal } from "@/lib/sign-in/steps/note-refusal"
import { after } from "@/lib/time"
import { openCeremonies } from "@/lib/web/ceremony-cookie"
import { type Cookie, type CookieJar, openCookie, type Problem, saveCookie } from "@/lib/web/cookie"
import { type DeviceCookie, openDeviceCookie } from "@/lib/web/device-cookie"
import { told } from "@/lib/web/flash"
import { callerOf, isFromOurPages } from "@/lib/web/form-caller"
import { endOf } from "@/lib/web/form-end"
import { shownAgain, texts } from "@/lib/web/form-fields"
import { sayAt } from "@/lib/web/language"
import { readTimeZone } from "@/lib/web/moments"
import { type Onward, openOnward } from "@/lib/web/onward"
import { broken, wordsFor } from "@/lib/web/refusal-words"
import { reportAt, type Site } from "@/lib/web/site"
import { themeOfHost } from "@/lib/web/theme/brand"
import { isCheck } from "@/lib/words/catalogues"
import type { Say } from "@/lib/words/say"

/**
 * Where a form leads: on to a page, or back to its own with problems, or with what the core refused, which is put into words
 * and into the record here. `problems` beside a refusal are better words for it than everybody's.
 */
export type Outcome =
  | { go: string; refusal?: Refusal }
  | { problems: Problem[]; page?: string }
  | { refusal: Refusal; page?: string; problems?: Problem[] }

/** A form of one of our pages. It works the same with and without JavaScript. */
export type Form<Values> = {
  /** The page that the form is on. */
  page: string
  read: z.ZodType<Values>
  /** Whether a field is the form's own, where `read` lists none. No other comes back to the page. */
  owns?(field: string): boolean
  run(values: Values, visit: FormVisit): Promise<Outcome>
}

/** Reads a form that is a button and no more. */
export const noFields = z.object({})

export type FormVisit = {
  cookie: IronSession<Cookie>
  device: IronSession<DeviceCookie>
  /** What this browser was asked to have signed by a passkey. */
  begun(): Promise<Begun>
  /** Where this browser's way in leads. */
  onward: IronSession<Onward>
  site: Site
  jar: CookieJar
  caller: Caller
  core: Core
  /** The whitelabel whose own host the form was posted to; undefined at ours. */
  whitelabelId: number | undefined
}

type Handler = (request: Request) => Promise<Response>
export type FormHandlers = Record<"GET" | "POST", Handler>

/**
 * A form's handlers. A browser without JavaScript is redirected (303), problems and all, so that reload and Back
 * re-post nothing; a script that asks for JSON gets `{go}` or `{problems}`. A GET leads to the form's page.
 */
export function formHandlers<Values>(form: Form<Values>, site: () => Promise<Site>, jar?: CookieJar): FormHandlers {
  const GET: Handler = async () => redirectTo(form.page)
  const POST: Handler = async (request) => {
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false
    try {
      return await post(form, request, await site(), { wantsJson, jar })
    } catch (problem) {
      await reportAt(site, problem)
      const problems = [told(broken, sayAt(form.page, request.headers))]
      return wantsJson
        ? Response.json({ problems }, { status: 500, headers: noStore })
        : redirectTo("/sign-in?problem=server")
    }
  }
  return { GET, POST }
}

/** No answer of a form is kept anywhere. */
export const noStore = { "Cache-Control": "no-store" }
const redirectTo = (location: string) =>
  new Response(null, { status: 303, headers: { Location: location, ...noStore } })

type Reply = { wantsJson: boolean; jar: CookieJar | undefined }

async function post<Values>(
  form: Form<Values>,
  request: Request,
  site: Site,
  { wantsJson, jar }: Reply,
): Promise<Response> {
  const theme = themeOfHost(request.headers.get("host"), await site.core.themes.all())
  if (!isFromOurPages(request, site, theme)) return strangeOrigin(wantsJson)
  const body = await readBody(request)
  const fields = "fields" in body ? texts(body.fields) : {}
  const cookie = await openCookie(site, jar)
  delete cookie.newKey
  const timeZone = readTimeZone(fields.timeZone)
  if (timeZone) cookie.timeZone = timeZone
  const device = await openDeviceCookie(site, jar)
  // A browser without scripts cannot work, and is offered nothing.
  const work = wantsJson ? { work: { answer: fields.work } } : {}
  const caller = { ...callerOf(request, site), browserTokens: device.tokens, ...work }
  const outcome: Outcome =
    "problem" in body
      ? { problems: [{ message: { key: "problems.notWhole" } }] }
      : await outcomeInTime(form, fields, {
          cookie,
          device,
          begun: async () => (await openCeremonies(site, jar)).begun ?? [],
          onward: await openOnward(site, jar),
          site,
          jar: jar ?? (await cookies()),
          caller,
          core: site.core,
          whitelabelId: theme?.whitelabelId,
        })
  if ("refusal" in outcome && outcome.refusal) noteRefusal(outcome.refusal, caller, site.core)
  site.tell?.(endOf(outcome))
  if ("go" in outcome) {
    delete cookie.flash
    await saveCookie(cookie)
    return wantsJson ? Response.json({ go: outcome.go }, { headers: noStore }) : redirectTo(outcome.go)
  }
  const problems = outcome.problems ?? ("refusal" in outcome ? [wordsFor(outcome.refusal, site.core.now())] : [])
  const page = outcome.page ?? form.page
  const say = sayAt(page, request.headers)
  return answerProblems(form, { problems, page }, shownAgain(form, fields), { cookie, wantsJson, say, core: site.core })
}

/** How long a person waits at a button before they give up. */
async function outcomeInTime<Values>(
  form: Form<Values>,
  fields: Record<string, string>,
  visit: FormVisit,
): Promise<Outcome> {
  try {
    return await inTime(outcomeOf(form, fields, visit), patience)
  } catch (problem) {
    if (!(problem instanceof Overdue)) throw problem
    visit.core.warn("out-of-reach", problem)
    return { refusal: refuse({ kind: "busy", retryAt: after(visit.core.now(), comeBack) }) }
  }
}

async function outcomeOf<Values>(
  { read, run }: Form<Values>,
  fields: Record<string, string>,
  visit: FormVisit,
): Promise<Outcome> {
  const parsed = await read.safeParseAsync(fields)
  if (parsed.success) return run(parsed.data, visit)
  return {
    problems: parsed.error.issues.map(({ path, message }) => ({
      field: String(path[0] ?? ""),
      message: isCheck(message) ? { key: `checks.${message}` as const } : message,
    })),
  }
}

async function answerProblems(
  form: { page: string },
  { problems, page }: { problems: Problem[]; page: string },
  values: Record<string, string>,
  { cookie, wantsJson, say, core }: { cookie: IronSession<Cookie>; wantsJson: boolean; say: Say; core: Core },
): Promise<Response> {
  if (wantsJson && page === form.page) {
    await saveCookie(cookie)
    return Response.json({ problems: problems.map((problem) => told(problem, say)) }, { status: 422, headers: noStore })
  }
  const id = core.newId().slice(0, 8)
  cookie.flash = { id, problems: problems.map(({ puzzle: _, ...problem }) => problem), values }
  await saveCookie(cookie)
  const go = `${page}?problem=${id}`
  return wantsJson ? Response.json({ go }, { headers: noStore }) : redirectTo(go)
}

/** The answer to what was sent from a page that is not ours. */
export const strangeOrigin = (wantsJson: boolean) => {
  const message = "This form was sent from another site. Open the page again and retry."
  return wantsJson
    ? Response.json({ problems: [{ message }] }, { status: 403, headers: noStore })
    : new Response(message, { status: 403, headers: { ...noStore, "Content-Type": "text/plain; charset=utf-8" } })
}
