import { spawn } from "node:child_process"
import { once } from "node:events"

const port = 4520

/** Where our server is while a run lasts. */
export const origin = `http://localhost:${port}`
export const inboxToken = "only-for-the-bench-of-pages"
export const operatorPhone = "+13035550188"

/** Starts the built application on a database of its own, and stops it when the work is done. */
export async function withServer(data, work) {
  const own = {
    ...{ PORT: String(port), APP_URL: origin, DATA_DIR: data, DATABASE_URL: "", REDIS_URL: "" },
    ...{ SECRET_KEY: "only-for-the-bench-of-pages-0123456789", SMS_PROVIDER: "inbox", INBOX_TOKEN: inboxToken },
    ...{ OPERATOR_PHONES: operatorPhone, NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn" },
  }
  const server = spawn("node", [".next/latchkey/server.mjs"], { env: { ...process.env, ...own }, stdio: "inherit" })
  try {
    await answering(origin)
    await work()
  } finally {
    server.kill("SIGTERM")
    await once(server, "exit")
  }
}

/** Waits until somebody answers there. */
export async function answering(url) {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`nobody answers at ${url}`)
}
