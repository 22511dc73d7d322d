import { execSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"

const run = (command, cwd) =>
  execSync(command, { cwd, stdio: "inherit", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } })

/** What is committed here, built in a folder of its own, with so much money that a bench is not refused. */
export function prepareLatchkey(copy, { keep }) {
  if (keep && existsSync(`${copy}/.next/BUILD_ID`)) return
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  run(`git archive HEAD | tar -x -C ${copy}`)
  const file = `${copy}/lib/firewall/policy.ts`
  const written = readFileSync(file, "utf8")
  const raised = written.replace("export const firewallPolicy: FirewallPolicy =", "const inForce: FirewallPolicy =")
  if (raised === written) throw new Error("the policy has moved: bench/copy.mjs raises its budgets")
  const much = "{ hour: dollars(1e6), day: dollars(1e7) }"
  writeFileSync(
    file,
    `${raised}\nexport const firewallPolicy: FirewallPolicy = { ...inForce, budgets: { all: ${much}, country: ${much}, whitelabel: ${much} }, growth: { ...inForce.growth, country: dollars(1e7), elsewhere: dollars(1e7), prefix: dollars(1e7) } }\n`,
  )
  run("npm ci --no-audit --no-fund && npm run build", copy)
}
