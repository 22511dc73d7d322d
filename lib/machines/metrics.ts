import { showsToken } from "@/lib/keys/shows-token"

/** What `/metrics` works with. Without a token it is closed. */
export type MetricsSite = {
  token: string | undefined
  /** The figures as text, and how that is called. */
  metrics: { text: () => Promise<{ type: string; body: string }> } | undefined
}

/** `/metrics`, for a Prometheus that shows the token as a bearer token. 404 where none is set, 401 without it. */
export const metricsHandler =
  (site: () => Promise<MetricsSite>) =>
  async (request: Request): Promise<Response> => {
    const { token, metrics } = await site()
    if (!token || !metrics) return new Response(null, { status: 404, headers: noStore })
    if (!showsToken(request.headers, token))
      return new Response(null, { status: 401, headers: { ...noStore, "WWW-Authenticate": "Bearer" } })
    const { type, body } = await metrics.text()
    return new Response(body, { status: 200, headers: { ...noStore, "Content-Type": type } })
  }

const noStore = { "Cache-Control": "no-store" }
