import { test as base } from "./journey"
import { emptyFolder, type Server, startServer } from "./server/server"
import { inboxToken } from "./under-test"

/** Journeys on a server of their own, one for each worker, with these settings on top of a plain set-up: what they change is nobody else's. */
export const onOwnServer = (settings: Record<string, string>) =>
  base.extend<object, { server: Server }>({
    server: [
      async ({ browserName: _ }, use) => {
        const { folder, remove } = await emptyFolder()
        const server = await startServer({ DATA_DIR: folder, INBOX_TOKEN: inboxToken, ...settings })
        await use(server)
        await server.stop()
        await remove()
      },
      { scope: "worker", timeout: 60_000 },
    ],
    baseURL: async ({ server }, use) => use(server.url),
  })
