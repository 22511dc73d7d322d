import { type Env, EnvProblem } from "@/lib/env"
import { systemNow } from "@/lib/outside/clock"
import { type DatabasePlace, type OpenDatabase, openDatabase } from "@/lib/store/database"
import { FolderHeld } from "@/lib/store/folder-lock"
import { WrongSchema } from "@/lib/store/migrate"
import { isPooled } from "@/lib/store/postgres-database"

/**
 * Opens the database that the environment names. Throws an `EnvProblem` that says what is wrong. A URL holds a password, so it is
 * not repeated; nor is the driver's message, which may quote it.
 */
export async function openFromEnv(env: Env): Promise<OpenDatabase> {
  try {
    return await openDatabase(placeOf(env))
  } catch (problem) {
    if (problem instanceof EnvProblem) throw problem
    const name = env.DATABASE_URL ? "DATABASE_URL" : "DATA_DIR"
    if (problem instanceof WrongSchema) throw new EnvProblem(`${name}: ${problem.message}`)
    if (env.DATABASE_URL) throw new EnvProblem("DATABASE_URL: the database cannot be reached, or refused a migration.")
    throw new EnvProblem(
      `DATA_DIR: ${problem instanceof FolderHeld ? problem.message : "the folder cannot be opened."}`,
    )
  }
}

function placeOf({
  DATABASE_URL: url,
  DIRECT_URL: directUrl,
  DATABASE_POOL,
  MIGRATE_ON_START,
  DATA_DIR,
  VERCEL,
}: Env): DatabasePlace {
  const migrates = MIGRATE_ON_START === "on"
  if (migrates && url && isPooled(url) && !directUrl)
    throw new EnvProblem("DIRECT_URL: is missing. DATABASE_URL leads to a pooler, and migrations must go past it.")
  return url
    ? { url, directUrl, connections: DATABASE_POOL, migrates, isSuspended: VERCEL !== undefined }
    : { folder: DATA_DIR, now: systemNow(), migrates }
}
