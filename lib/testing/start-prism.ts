import { type ChildProcess, spawn } from "node:child_process"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"

const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js")

/**
 * Serves an OpenAPI description on this machine: it answers with the description's examples, and
 * refuses what the description does not allow. Resolves once it listens; `stop` ends it.
 */
export async function startPrism(description: string): Promise<{ url: string; stop: () => void }> {
  const port = await freePort()
  const prism = spawn(process.execPath, [cli, "mock", "-h", "127.0.0.1", "-p", String(port), description])
  await listening(prism)
  return { url: `http://127.0.0.1:${port}`, stop: () => void prism.kill() }
}

const listening = (prism: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let told = ""
    const hear = (part: Buffer) => {
      told += part.toString("utf8")
      if (told.includes("Prism is listening")) resolve()
    }
    prism.stdout?.on("data", hear)
    prism.stderr?.on("data", hear)
    prism.once("exit", () => reject(new Error(`Prism ended: ${told}`)))
  })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
