import { noteDeed } from "@/lib/console/operator"
import { showsToken } from "@/lib/keys/shows-token"
import { operatorRoute, orBroken } from "@/lib/web/console/operator-form"
import { reportFile } from "@/lib/web/console/report"
import type { CookieJar } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/**
 * The report, for operators by their session, and for a machine that shows `REPORT_TOKEN` as a bearer token: 401 for one that shows another.
 * Where no token is set there is nothing for machines, whatever they show.
 */
export function reportRoute(
  site: () => Promise<Site>,
  tokenOf: () => Promise<string | undefined>,
  jar?: CookieJar,
): (request: Request) => Promise<Response> {
  const forOperators = operatorRoute(
    site,
    async (request, operator, { core }) =>
      reportFile(request, core, (what) => noteDeed("console-exported", what, operator, core)),
    jar,
  )
  const forMachines = async (request: Request, here: Site) =>
    orBroken(here, () => reportFile(request, here.core, async () => undefined))
  return async (request) => {
    const token = await tokenOf()
    // A browser behind a proxy's own password sends that along, as Basic.
    if (!token || !/^Bearer\b/i.test(request.headers.get("authorization") ?? "")) return forOperators(request)
    if (showsToken(request.headers, token)) return forMachines(request, await site())
    return new Response("Show REPORT_TOKEN as a bearer token.", { status: 401, headers: challenge })
  }
}

const headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" }
const challenge = { ...headers, "WWW-Authenticate": "Bearer" }
