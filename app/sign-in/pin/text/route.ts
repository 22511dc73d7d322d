import { textStatus } from "@/lib/live/pages"

/** What became of the text, for the page of the PIN that stays open: it asks by the cookie of the step, and names nobody. */
export const GET = async (): Promise<Response> =>
  Response.json(await textStatus(), { headers: { "Cache-Control": "no-store" } })
