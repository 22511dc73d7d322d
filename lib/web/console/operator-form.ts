import type { z } from "zod"
import type { Operator } from "@/lib/console/operator"
import type { Core } from "@/lib/sign-in/core"
import { operatorOf } from "@/lib/web/console/operator"
import { type FormHandlers, formHandlers, type Outcome } from "@/lib/web/form"
import { nowhere } from "@/lib/web/nowhere"
import type { Site } from "@/lib/web/site"
import { viewerOf } from "@/lib/web/viewer"

/** A form of the console. */
export type OperatorForm<Values> = {
  page: string
  read: z.ZodType<Values>
  run(values: Values, operator: Operator, core: Core): Promise<Outcome>
}

type Handler = (request: Request) => Promise<Response>

/** A console form's handlers. For whoever is no operator there is no such form. */
export function operatorHandlers<Values>(
  { page, read, run }: OperatorForm<Values>,
  site: () => Promise<Site>,
): FormHandlers {
  const on = (method: "GET" | "POST") =>
    operatorRoute(site, (request, operator, { core }) =>
      formHandlers({ page, read, run: (values) => run(values, operator, core) }, site)[method](request),
    )
  return { GET: on("GET"), POST: on("POST") }
}

/** A route of the console, which for whoever is no operator is not there. */
export function operatorRoute(
  site: () => Promise<Site>,
  answer: (request: Request, operator: Operator, site: Site) => Promise<Response>,
): Handler {
  return async (request) => {
    const here = await site()
    try {
      const operator = await operatorOf(await viewerOf(here), here)
      return operator ? await answer(request, operator, here) : nowhere()
    } catch (problem) {
      here.report(problem)
      return new Response("Something went wrong on our side.", { status: 500, headers })
    }
  }
}

const headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" }
