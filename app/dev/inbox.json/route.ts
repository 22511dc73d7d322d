import { readInbox } from "@/lib/live/pages"

/** The newest text messages, for tests and people trying things out: `?to=+852…` for one number. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1]
  const messages = await readInbox(
    bearer ?? searchParams.get("token") ?? undefined,
    searchParams.get("to") ?? undefined,
  )
  const headers = { "Cache-Control": "no-store" }
  if (messages === "closed") return Response.json({ error: "not_found" }, { status: 404, headers })
  if (messages === "locked")
    return Response.json(
      { error: "unauthorized" },
      { status: 401, headers: { ...headers, "WWW-Authenticate": "Bearer" } },
    )
  return Response.json(messages, { headers })
}
