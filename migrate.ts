import env from "@next/env"

/**
 * `npm run migrate`: brings the database's schema up to date, and ends. Several at once, or one after the other, are as good as one.
 * `MIGRATE_ON_START` does not concern it.
 */
env.loadEnvConfig(process.cwd())
const { EnvProblem, readEnv } = await import("@/lib/env")
const { openFromEnv } = await import("@/lib/open-from-env")
try {
  const { close } = await openFromEnv({ ...readEnv(), MIGRATE_ON_START: "on" })
  await close()
  console.log("The database is up to date.")
} catch (problem) {
  console.error(problem instanceof EnvProblem ? problem.message : "The database could not be brought up to date.")
  process.exitCode = 1
}
