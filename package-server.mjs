// The second half of `npm run package`: a folder, .package, that runs the server with nothing but Node. Next traced what the pages
// load; our own server loads the same core. What neither can see is added by name, and e2e/server/package.spec.ts tries it.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const out = ".package"
const traced = ".next/standalone"
rmSync(out, { recursive: true, force: true })

// Next brings a server of its own, the environment's files, which hold secrets while a package is handed around, and what makes
// pictures smaller, which next.config.mjs turns off.
const left = [".env", "server.js", "node_modules/@img", "node_modules/sharp"].map((path) => join(traced, path))
const isWanted = (path) => !left.some((start) => path.startsWith(start))
cpSync(traced, out, { recursive: true, verbatimSymlinks: true, filter: isWanted })

const beside = [
  ".next/static",
  ".next/latchkey",
  "public",
  "prisma/migrations",
  "health.mjs",
  // Native code, chosen by the machine that runs it: the lock of the embedded database's folder.
  "node_modules/fs-native-extensions/prebuilds",
]
// What V8 compiled belongs to the place where it lies.
const isPortable = (path) => !path.startsWith(".next/latchkey/compiled")
for (const path of beside) if (existsSync(path)) cpSync(path, join(out, path), { recursive: true, filter: isPortable })

// What the build made of next.config.mjs, so that nothing is read of a checkout.
const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"))
const here = `process.chdir(import.meta.dirname)
process.env.NODE_ENV = "production"
`
writeFileSync(
  join(out, "server.mjs"),
  `${here}process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = ${JSON.stringify(JSON.stringify(config))}
await import("./.next/latchkey/server.mjs")
`,
)
writeFileSync(join(out, "migrate.mjs"), `${here}await import("./.next/latchkey/migrate.mjs")\n`)

const { name, version, license, engines } = JSON.parse(readFileSync("package.json", "utf8"))
const scripts = { start: "exec node server.mjs", migrate: "node migrate.mjs" }
const described = { name, version, license, private: true, type: "module", engines, scripts }
writeFileSync(join(out, "package.json"), `${JSON.stringify(described, undefined, 2)}\n`)
