import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import next from "next"
import { mountAll } from "@/lib/dialects/all"
import { hostIn, isEverywhere } from "@/lib/http/open-port"
import { machines } from "@/lib/live/machines"
import { provide } from "@/lib/live/running"
import { report, surroundings } from "@/lib/live/surroundings"
import { watchedBy } from "@/lib/live/watch"
import { newId } from "@/lib/outside/chance"
import { log } from "@/lib/outside/log"
import { logRequest } from "@/lib/outside/request-log"
import { inStory } from "@/lib/outside/request-story"
import { run } from "@/lib/running"
import { start } from "@/lib/start"
import { seconds } from "@/lib/time"
import { httpServer, listen } from "./http-server"
import { listener } from "./listener"
import { nextRoutes } from "./next-routes"
import { orderlyStop } from "./orderly-stop"
import { pendingWork } from "./pending-work"
import { routeTable } from "./route-table"
import { staticFiles } from "./static-files"
import { watched } from "./watched"

/**
 * Serves the API, and pages by Next, which finds this core running. Ends the process in order when it is told to (SIGTERM,
 * SIGINT), which as process 1 nobody else would do: it says that it is not ready, and after `DRAIN_SECONDS` takes nothing more.
 */
export async function serveAll(folder: string): Promise<void> {
  const work = pendingWork(report)
  const application = run(work.later)
  provide(application)
  // Pages have no web sockets. Next listens for upgrades where it is told to, else on the server that serves: node would then hand
  // it, unanswered, whatever says that its client speaks HTTP/2 as well, as Java's and curl's do.
  const pages = next({ dev: false, dir: folder, quiet: true, httpServer: createServer() })
  await Promise.all([start({ heedsHostname: true }), pages.prepare()])
  const { env, readiness, close, metrics: figures, traces } = await application

  const files = staticFiles(join(folder, ".next/static"), pages.getRequestHandler())
  const { twilioStatus, cleanUp, live, ready, metrics } = machines
  const ofMachines = {
    "/webhooks/twilio/status": { POST: twilioStatus },
    "/cron/clean-up": { GET: cleanUp, POST: cleanUp },
    "/health/live": { GET: async () => live() },
    "/health/ready": { GET: ready },
    "/metrics": { GET: metrics },
  }
  const watching = watched({
    watch: watchedBy(logRequest, figures?.request, traces?.request),
    inStory,
    routeOf: nextRoutes(JSON.parse(await readFile(join(folder, ".next/routes-manifest.json"), "utf8"))),
    machines: new Set(Object.keys(ofMachines)),
    newId,
  })
  const find = routeTable(mountAll(surroundings), ofMachines)
  const server = httpServer(listener({ find, next: files, report, watched: watching }))
  const stop = orderlyStop({ server, pending: work.done, close, deadline: seconds(25) })
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, async () => {
      readiness.drain()
      await setTimeout(seconds(env.DRAIN_SECONDS))
      const finished = await stop()
      if (!finished) log("warn", "stopped before everything was finished")
      process.exit(0)
    })
  // As under `next start`: one request's surprise does not end everybody's.
  process.on("uncaughtException", report)
  process.on("unhandledRejection", report)

  const host = hostIn(process.argv) ?? env.HOSTNAME
  const port = portIn(process.argv) ?? env.PORT
  await listen(server, port, host).catch(({ code }: NodeJS.ErrnoException) => {
    console.error(`Latchkey cannot start. PORT, HOSTNAME: it cannot listen there (${code}).`)
    process.exit(1)
  })
  console.log(`  Listens on  ${host && !isEverywhere(host) ? host : "every interface"}, port ${port}\n`)
}

/** What the command line says after -p or --port. */
function portIn(argv: readonly string[]): number | undefined {
  const at = argv.findLastIndex((word) => word === "-p" || word === "--port")
  return at < 0 ? undefined : Number(argv[at + 1])
}
