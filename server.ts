import env from "@next/env"

/**
 * `npm start`: the API's paths are answered here, on node:http; pages and everything else by Next, in the same process and
 * on the same core.
 */
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" })
env.loadEnvConfig(process.cwd())
const { serveAll } = await import("@/lib/server/serve-all")
await serveAll(process.cwd())
