import type { Ground, Setting, World } from "./world"

/** Something that breaks, and how it comes back. */
export type Fault = {
  name: string
  /** Whether CI tries it too. */
  isShort?: true
  /** Whether everybody who has money enough is answered as on any other day. */
  isUnnoticed?: true
  /** What this machine lacks to try it. */
  lacks?(): string | undefined
  /** What it happens to, if not to one process on Postgres and Redis. */
  setting?(ground: Ground): Promise<Setting>
  /** Breaks something, waits, and mends it. */
  strike(world: World): Promise<unknown>
}

/** One process, or more, on a Postgres database of its own and Redis. */
export const onPostgres = async (ground: Ground, more: Omit<Setting, "place"> = {}): Promise<Setting> => ({
  place: { url: await ground.newDatabase() },
  ...more,
})
