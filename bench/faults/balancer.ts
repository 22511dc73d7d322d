import type { Server } from "../../e2e/server/server"

/** Whom a balancer sends requests to: those that said a moment ago that they are ready, or all where none did. */
export type Balancer = { urls(): string[]; stop(): void }

/** Asks each process every quarter of a second. Whoever drains for a second is noticed before it stops. */
export function balancer(servers: readonly Server[]): Balancer {
  const ready = new Set(servers.map(({ url }) => url))
  const look = async (url: string) => {
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    ready[isReady ? "add" : "delete"](url)
  }
  const looks = setInterval(() => {
    for (const { url } of servers) void look(url)
  }, 250)
  return {
    urls: () => (ready.size > 0 ? [...ready] : servers.map(({ url }) => url)),
    stop: () => clearInterval(looks),
  }
}
