import type { z } from "zod"
import type { Operator } from "@/lib/console/operator"
import type { Core } from "@/lib/sign-in/core"
import { operatorOf } from "@/lib/web/console/operator"
import type { CookieJar } from "@/lib/web/cookie"
import { type Form, type FormHandlers, type FormVisit, formHandlers, type Outcome } from "@/lib/web/form"
import { nowhere } from "@/lib/web/nowhere"
import type { Site } from "@/lib/web/site"
import { signedInBy, viewerOf } from "@/lib/web/viewer"

/** A form of the console. */
export type OperatorForm<Values> = {
  page: string
  read: z.ZodType<Values>
  run(values: Values, operator: Operator, core: Core, visit: Pick<FormVisit, "cookie">): Promise<Outcome>
}

type Handler = (request: Request) => Promise<Response>

/**
 * A console form's handlers. For everyone but operators there is no such form. Who asks is looked at again once the form is here,
 * which may take ten seconds: an operator who was released meanwhile changes nothing.
 */
export function operatorHandlers<Values>(
  { page, read, run }: OperatorForm<Values>,
  site: () => Promise<Site>,
  jar?: CookieJar,
): FormHandlers {
  const form = (here: Site): Form<Values> => ({
    page,
    read,
    async run(values, { cookie, core }) {
      const operator = await operatorOf({ cookie, signedIn: await signedInBy(cookie, core) }, here)
      return operator ? run(values, operator, core, { cookie }) : { go: page }
    },
  })
  const on = (method: "GET" | "POST") =>
    operatorRoute(site, (request, _, here) => formHandlers(form(here), site, jar)[method](request), jar)
  return { GET: on("GET"), POST: on("POST") }
}

/** A route of the console, which is not there for anyone but operators. */
export function operatorRoute(
  site: () => Promise<Site>,
  answer: (request: Request, operator: Operator, site: Site) => Promise<Response>,
  jar?: CookieJar,
): Handler {
  return async (request) => {
    const here = await site()
    return orBroken(here, async () => {
      const operator = await operatorOf(await viewerOf(here, jar), here)
      return operator ? await answer(request, operator, here) : nowhere()
    })
  }
}

/** An answer in the console's words, and a surprise in them too. */
export async function orBroken({ report }: Pick<Site, "report">, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (problem) {
    report(problem)
    return new Response("Something went wrong on our side.", { status: 500, headers })
  }
}

const headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" }
