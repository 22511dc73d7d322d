import { Pool, type PoolClient, type PoolConfig } from "pg"
import { systemNow } from "@/lib/outside/clock"
import { after, type Duration, seconds } from "@/lib/time"

type Done = (problem: Error | undefined, client: PoolClient | undefined, release: (problem?: Error) => void) => void
const nothing = () => undefined

/** How long a database that had no room is not asked for another connection, and where none is open, when it is asked again. */
const rest = { growth: seconds(5), first: 100 as Duration }

/**
 * A pool whose requests wait for one of its connections where the database has no room for another, instead of failing. It then
 * stays as small as it is for a while, and grows again.
 */
export class PatientPool extends Pool {
  readonly #most: number
  readonly #patience: Duration

  constructor(config: PoolConfig & { max: number; connectionTimeoutMillis: number }) {
    super(config)
    this.#most = config.max
    this.#patience = config.connectionTimeoutMillis
  }

  override connect(): Promise<PoolClient>
  override connect(done: Done): void
  override connect(done?: Done): Promise<PoolClient> | undefined {
    const client = this.#take(after(systemNow(), this.#patience))
    if (!done) return client
    client.then(
      (found) => done(undefined, found, (problem) => found.release(problem)),
      (problem: Error) => done(problem, undefined, nothing),
    )
    return undefined
  }

  async #take(until: Date): Promise<PoolClient> {
    try {
      return await super.connect()
    } catch (problem) {
      if (!hasNoRoom(problem) || systemNow() > until) throw problem
    }
    if (this.totalCount === 0) await new Promise((resolve) => setTimeout(resolve, rest.first))
    else this.#stay()
    return this.#take(until)
  }

  /** Opens no further connection for a while: who asks now stands in the pool's own line. */
  #stay(): void {
    if (this.options.max < this.#most) return
    this.options.max = Math.max(1, this.totalCount)
    setTimeout(() => {
      this.options.max = this.#most
    }, rest.growth).unref()
  }
}

/** Postgres: too many connections, for everybody or for this role; PgBouncer says it in words. */
const hasNoRoom = (problem: unknown): boolean => {
  const { code, message = "" } = (problem ?? {}) as { code?: unknown; message?: string }
  return code === "53300" || /no more connections allowed|too many (clients|connections)/.test(message)
}
