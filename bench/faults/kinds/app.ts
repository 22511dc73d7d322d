import { setTimeout as sleep } from "node:timers/promises"
import { type Fault, onPostgres } from "../fault"
import { lossyProxy } from "../lost-answers"

/** What can happen to our own process. */
export const app: Fault[] = [
  {
    name: "app killed",
    isShort: true,
    async strike({ server }) {
      await server.kill()
      await server.start()
    },
  },
  {
    name: "of two processes, one after the other restarted",
    isUnnoticed: true,
    setting: (ground) => onPostgres(ground, { processes: 2, env: { DRAIN_SECONDS: "1" } }),
    async strike({ servers }) {
      for (const server of servers) {
        await server.stop()
        await server.start()
      }
    },
  },
  {
    name: "every third answer lost on its way",
    async setting(ground) {
      const proxy = await lossyProxy()
      return onPostgres(ground, {
        urls: ({ server }) => [proxy.to(server.url)],
        end: async () => proxy.close(),
      })
    },
    strike: () => sleep(5000),
  },
]
