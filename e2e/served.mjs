// The server under test, with all that it writes kept for e2e/logs.spec.ts. What it writes to standard error is shown too.
import { spawn } from "node:child_process"
import { appendFileSync } from "node:fs"

const kept = ".data/logs/journeys/served.log"
const child = spawn(process.execPath, [".next/latchkey/server.mjs"], { stdio: ["ignore", "pipe", "pipe"] })
for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => appendFileSync(kept, text))
child.stderr.pipe(process.stderr)
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal))
child.on("close", (code) => process.exit(code ?? 1))
