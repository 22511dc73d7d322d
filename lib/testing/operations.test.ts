import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { variables } from "@/lib/env"

const read = (file: string) => readFileSync(file, "utf8")
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found.slice(1))
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> }
const guides = ["README.md", ...readdirSync("operations").map((name) => join("operations", name))].filter((name) =>
  name.endsWith(".md"),
)
/** What `npm run package` puts at the top of its folder. */
const packaged = all(read("package-server.mjs"), /join\(out, "(\w+\.mjs)"\)|^ {2}"(\w+\.mjs)",$/gm).flatMap((names) =>
  names.filter(Boolean),
)

describe("the image", () => {
  const lines = read("Dockerfile").split("\n")
  const words = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.split(" ").slice(1))
  const copied = words("COPY")
    .filter(([first]) => !first?.startsWith("--from"))
    .flatMap((names) => names.slice(0, -1))

  test("is made of files that there are, none of which is left out of what Docker is handed", () => {
    const left = read(".dockerignore").split("\n")
    expect(copied.length).toBeGreaterThan(3)
    for (const name of copied) {
      expect(existsSync(name), name).toBe(true)
      const path = name.replace(/\/$/, "")
      expect(left.filter((pattern) => pattern === path || path.startsWith(`${pattern}/`))).toEqual([])
    }
  })

  test("has what npm ci wants before the code is there: every workspace, and what its postinstall reads", () => {
    const { workspaces } = JSON.parse(read("package.json"))
    for (const workspace of workspaces) expect(copied).toContain(`${workspace}/package.json`)
    expect(scripts.postinstall).toBe("prisma generate")
    expect(copied).toEqual(expect.arrayContaining(["package.json", "package-lock.json", "prisma.config.ts", "prisma"]))
  })

  test("is built by a script of ours, and runs what that leaves behind, as nobody of importance", () => {
    expect(packaged.sort()).toEqual(["health.mjs", "migrate.mjs", "server.mjs"])
    for (const [, script = ""] of lines.join("\n").matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty(script)
    const started = all(lines.join("\n"), /CMD \["node", "([^"]+)"\]/g).flat()
    expect(started).toEqual(["health.mjs", "server.mjs"])
    for (const name of started) expect(packaged).toContain(name)
    expect(words("USER")).toEqual([["node"]])
    expect(words("FROM").at(-1)).toEqual(words("FROM")[0]?.slice(0, 1))
  })

  test("and Compose set variables that we read", () => {
    const set = words("ENV").flat()
    const [block = ""] = /environment:\n((?: {4}.*\n)+)/.exec(read("compose.yaml"))?.slice(1) ?? []
    const names = [...set.map((word) => word.split("=")[0]), ...all(block, /^ {4}([A-Z_]+):/gm).flat()]
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => name !== undefined && !variables.includes(name))).toEqual([])
    for (const [name = ""] of all(read("compose.yaml"), /command: \["node", "([^"]+)"\]/g))
      expect(packaged).toContain(name)
  })
})

test("whoever stops us waits for what may be drained and finished: 60 seconds and 25", () => {
  const [unit = 0] = all(read("operations/latchkey.service"), /^TimeoutStopSec=(\d+)$/gm)
    .flat()
    .map(Number)
  const [compose = 0] = all(read("compose.yaml"), /stop_grace_period: (\d+)s/g)
    .flat()
    .map(Number)
  for (const time of [unit, compose]) expect(time).toBeGreaterThan(60 + 25)
})

test.skipIf(!["/usr/bin/systemd-analyze", "/usr/bin/node"].every(existsSync))(
  "systemd takes the unit as it is, and finds it as closed as the guide says",
  () => {
    const unit = "operations/latchkey.service"
    const analyze = (...words: string[]) => spawnSync("systemd-analyze", [...words, unit], { encoding: "utf8" })
    expect(analyze("verify")).toMatchObject({ status: 0, stderr: "" })
    const [[rated = ""] = []] = all(read("operations/systemd.md"), /rates it ([\d.]+),/g)
    expect(analyze("security", "--offline=true").stdout).toContain(
      `Overall exposure level for latchkey.service: ${rated} `,
    )
  },
)

test("the service starts what the package has, as a user that exists only while it runs", () => {
  const unit = read("operations/latchkey.service")
  const [[command = ""] = []] = all(unit, /^ExecStart=\/usr\/bin\/node (\S+)$/gm)
  expect(packaged).toContain(command)
  for (const line of ["DynamicUser=yes", "Restart=always", "RestartSec=2", "SuccessExitStatus=143"])
    expect(unit).toContain(`\n${line}\n`)
})

test("Vercel calls a path that we serve, and its limits reach every function", () => {
  const { crons, functions, regions } = JSON.parse(read("vercel.json"))
  for (const { path } of crons) expect(existsSync(`app${path}/route.ts`)).toBe(true)
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^|\/)(route|page)\.tsx?$/.test(name),
  )
  expect(routes.length).toBeGreaterThan(50)
  // As there, a star stands for no name that begins with a dot.
  const reach = Object.keys(functions).map(
    (glob) => new RegExp(`^${glob.replace(".", "\\.").replace("**/*", "([^/.][^/]*/)*[^/.][^/]*")}$`),
  )
  expect(routes.filter((route) => !reach.some((glob) => glob.test(`app/${route}`)))).toEqual([])
  expect(regions).toHaveLength(1)
})

test.each(guides)("%s names scripts and files that there are", (guide) => {
  const text = read(guide)
  for (const [script = ""] of all(text, /npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(script.split(" ")[0] ?? "")
  const files = all(text, /`((?:operations|lib|bench|examples|e2e|prisma)\/[\w./-]+)`/g).flat()
  for (const file of files) expect(existsSync(file), file).toBe(true)
})

test.each(guides)("%s sets variables that we read", (guide) => {
  const set = all(read(guide), /(?:^ {4,}|`|&env=|,|\| `)([A-Z][A-Z_]{3,})(?==|`|,)/gm).flat()
  const others = ["POSTGRES_PASSWORD", "ISSUER", "CLIENT_ID", "CLIENT_SECRET"]
  expect(set.filter((name) => name.includes("_") && !variables.includes(name) && !others.includes(name))).toEqual([])
})
