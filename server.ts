import module from "node:module"
import { join } from "node:path"
import { setFlagsFromString } from "node:v8"
import env from "@next/env"

/**
 * `npm start`: the API's paths are answered here, on node:http; pages and everything else by Next, in the same process and
 * on the same core.
 */
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" })
// What V8 compiled is kept beside the build, which fills it: a later start need not compile again. Node has this since 22.8.
const { enableCompileCache } = module as { enableCompileCache?(folder: string): unknown }
enableCompileCache?.(join(import.meta.dirname, "compiled"))
// V8 lets garbage grow to several times of what lives before it collects it all. About 55 MiB live here under any load, so that an
// earlier collection costs little, and a busy server stays a third smaller.
setFlagsFromString("--heap-growing-percent=40")
env.loadEnvConfig(process.cwd())
const { serveAll } = await import("@/lib/server/serve-all")
await serveAll(process.cwd())
