import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Where Debian keeps PgBouncer. */
export const pgbouncerProgram = "/usr/sbin/pgbouncer"

/** PgBouncer does not run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** A PgBouncer in transaction mode, with few connections, before one database. */
export type PgBouncer = { url: string; start(): Promise<void>; kill(): Promise<void>; remove(): Promise<void> }

/** Starts one on this port of this machine. */
export async function pgbouncer(direct: URL, port: number): Promise<PgBouncer> {
  const name = direct.pathname.slice(1)
  const folder = await mkdtemp(join(tmpdir(), "latchkey-"))
  const [users, settings] = [join(folder, "users"), join(folder, "ini")]
  await writeFile(users, `"${direct.username}" "${direct.password}"`)
  await writeFile(
    settings,
    `[databases]
${name} = host=${direct.hostname} port=${direct.port || 5432} user=${direct.username} password=${direct.password || "none"}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
max_client_conn = 100
`,
  )
  for (const file of [folder, users, settings]) await chmod(file, 0o755)
  const launch = () => spawn(pgbouncerProgram, ["-q", settings], { stdio: "ignore", ...nobody })
  let child = launch()
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill("SIGKILL")
    await once(child, "exit")
  }
  await listening(port)
  return {
    url: `postgresql://any@127.0.0.1:${port}/${name}?pgbouncer=true`,
    kill,
    async start() {
      child = launch()
      await listening(port)
    },
    async remove() {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}

const listening = async (port: number): Promise<void> => {
  const isThere = await new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true))
    socket.on("error", () => resolve(false))
    socket.on("connect", () => socket.destroy())
  })
  if (!isThere) await listening(port)
}
