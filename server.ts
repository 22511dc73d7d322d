import module from "node:module"
import { join } from "node:path"
import env from "@next/env"

/**
 * `npm start`: the API's paths are answered here, on node:http; pages and everything else by Next, in the same process and
 * on the same core.
 */
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" })
// What V8 compiled is kept beside the build, which fills it: a later start need not compile again. Node has this since 22.8.
const { enableCompileCache } = module as { enableCompileCache?(folder: string): unknown }
enableCompileCache?.(join(import.meta.dirname, "compiled"))
env.loadEnvConfig(process.cwd())
const { serveAll } = await import("@/lib/server/serve-all")
await serveAll(process.cwd())
