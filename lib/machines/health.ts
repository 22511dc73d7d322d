import type { Readiness } from "@/lib/machines/readiness"

/** `/health/live`: 200 for as long as the process answers at all. Whoever restarts processes asks this, and no database. */
export const live = (): Response => answer({ status: "live" }, 200)

/**
 * `/health/ready`: 200 where this process should be sent requests, else 503 with the reason in one word. Whoever balances load
 * asks this. It is open to everybody, tells nothing else, and costs the database one look a second.
 */
export const readyHandler = (readiness: () => Promise<Readiness>) => async (): Promise<Response> => {
  const reason = await (await readiness()).reason()
  return reason ? answer({ status: "not_ready", reason }, 503) : answer({ status: "ready" }, 200)
}

const answer = (body: unknown, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } })
