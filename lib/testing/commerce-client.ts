import { Commerce } from "@/lib/client"
import { httpServer } from "@/lib/testing/http-server"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

/** Somebody who joins the shop. */
export const jane = { email: "jane@example.com", password: "securePassword123", firstName: "Jane", lastName: "Doe" }

/** A shop behind a real socket, clients of it, and what they sent. */
export async function shop() {
  const server = await httpServer()
  const auth: TestAuth = await testAuth({ issuer: server.origin })
  server.serve(auth)
  const sent: string[] = []
  const counting = (request: Request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname}`)
    return fetch(request)
  }
  const client = (apiKey?: string) =>
    new Commerce({ baseUrl: server.origin, fetch: counting, ...(apiKey !== undefined && { apiKey }) })
  return {
    auth,
    origin: server.origin,
    client,
    sent,
    count: (call: string) => sent.filter((one) => one === call).length,
  }
}

/** An API key with these scopes. */
export async function keyOf(client: Commerce, scopes: string[]) {
  return (await client.apiKeys.create({ name: "Production Server", scopes })).key
}
