import { hearStatus, type StatusPorts, type StatusSource } from "@/lib/delivery/status"
import { readForm } from "@/lib/http/body"

/** Where Twilio posts what becomes of a message. */
export const twilioStatusPath = "/webhooks/twilio/status"

/** What the webhook works with. Without a sender that tells of its messages it is closed. */
export type StatusSite = {
  core: Omit<StatusPorts, "statuses">
  statuses: StatusSource | undefined
  report(problem: unknown): void
}

/**
 * Takes Twilio's status callbacks. 403 unless Twilio signed it; 400 and 413 for bodies that it would not send; 503 where it
 * could not be written down; 204 for all else, news of unknown messages included.
 */
export const twilioStatusHandler =
  (site: () => Promise<StatusSite>) =>
  async (request: Request): Promise<Response> => {
    const { core, statuses, report } = await site()
    if (!statuses) return answer(404)
    const signature = request.headers.get("x-twilio-signature")
    if (!signature) return answer(403)
    const fields = await readForm(request)
    if ("problem" in fields) return answer(fields.problem === "body-too-large" ? 413 : 400)
    const news = await statuses.read(fields, `${twilioStatusPath}${new URL(request.url).search}`, signature)
    if (news === "forged") return answer(403)
    if (news === "unreadable") return answer(400)
    try {
      await hearStatus(news, { ...core, statuses })
      return answer(204)
    } catch (problem) {
      report(problem)
      return answer(503)
    }
  }

const answer = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } })
