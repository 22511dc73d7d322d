import { mkdir, readFile, writeFile } from "node:fs/promises"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import { reliable, writeMigration } from "@/lib/store/migrate"

// Writes the next migration: `npm run migration -- add-something`. Read the SQL before you commit it.
const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name))
  throw new Error("Name the migration in kebab-case: npm run migration -- add-something")

await mkdir("prisma/migrations", { recursive: true })
await writeFile("prisma/migrations/migration_lock.toml", 'provider = "postgresql"\n')
const database = new PGlite()
const sql = await writeMigration(
  reliable(database, new PrismaPGlite(database)),
  await readFile("prisma/schema.prisma", "utf8"),
)
await database.close()

if (sql.includes("empty migration") || !sql.trim()) console.log("The schema has not changed.")
else {
  const day = new Date(Date.now()).toISOString().slice(0, 19).replace(/\D/g, "")
  const folder = `prisma/migrations/${day}_${name}`
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/migration.sql`, sql)
  console.log(`Wrote ${folder}/migration.sql`)
}
