import type { Session } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"

/** What the apps of these sessions are called, by their ids. A session that is no app's has none. */
export async function appNames(
  sessions: readonly Session[],
  { oauthClients }: Pick<Core, "oauthClients">,
): Promise<Map<string, string>> {
  const ids = new Set(sessions.filter(({ audience }) => audience === "openid").map(({ client }) => client))
  const found = await Promise.all([...ids].map((id) => oauthClients.find(id)))
  return new Map(found.flatMap((client) => (client ? [[client.id, client.name ?? client.id]] : [])))
}
