import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { cpus } from "node:os"

/** What is promised, by the name that the comparison gives it. At most where it is `most`, else at least. */
const goals = [
  ["sign-in / peer", "sign-in / Better Auth", 5],
  ["auth-me / bare get", "`/auth/me` / bare Next GET", 3],
  ["auctions / bare get", "`/v3/auctions` signed in / bare Next GET", 2],
  ["refresh / bare post", "refresh / bare Next POST", 2],
  ["client-credentials / bare post", "client credentials / bare Next POST", 0.8],
  ["refused-bot / bare post", "refused bot / bare Next POST", 3],
  ["email-unknown / bare post", "email-check, unknown / bare Next POST", 1.5],
  ["email-check / bare post", "email-check, known / bare Next POST", 0.6],
  ["memory after load / peer", "memory after load / Better Auth", 1, "most"],
  ["first answer / peer", "start to first answer / Better Auth", 1.2, "most"],
]

const two = (figure) => (Number.isFinite(figure) ? figure.toFixed(2) : "-")
const cell = (figure, goal, most) => {
  const isMet = most ? figure <= goal : figure >= goal
  return `${two(figure)}${isMet ? "" : " (missed)"}`
}
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

/** Writes the newest table, with the commit and the machine that it was measured on. */
export function writeResults(runs, { rounds, seconds, postgres }) {
  const commit = execFileSync("git", ["log", "-1", "--format=%h, %as"], { encoding: "utf8" }).trim()
  const [{ model }] = cpus()
  const ratios = goals.map(([name, words, goal, most]) => [
    words,
    `${most ? "<=" : ">="} ${goal}`,
    ...runs.map((run) => cell(run.ratios[name], goal, most)),
  ])
  const names = [...new Set(runs.flatMap(({ runs: all }) => all.map(({ variant, name }) => `${variant}: ${name}`)))]
  const middle = (all) => all.sort((one, other) => one - other)[Math.floor((all.length - 1) / 2)]
  const figures = names.map((name) => {
    const cells = runs.flatMap(({ runs: all }) => {
      const mine = all.filter((run) => `${run.variant}: ${run.name}` === name)
      const of = (read) => middle(mine.map(read).filter(Number.isFinite))
      return [
        two(of((run) => run.perSec)),
        two(of((run) => run.cpuMsPerOp?.server)),
        two(of((run) => run.cpuMsPerOp?.pg)),
      ]
    })
    return [name, ...cells]
  })
  const versions = runs.map(({ version }) => `Node ${version}`)
  const memory = runs.flatMap(({ version, proc }) =>
    proc.map(({ variant, startMs, idle, after }) => [version, variant, startMs, two(idle), two(after)]),
  )
  const text = `# Results

\`npm run bench -- --node ${runs.map(({ version }) => version.split(".")[0]).join(",")} --rounds ${rounds} --seconds ${seconds}\`, at commit ${commit}. ${cpus().length} cores (${model}), Postgres ${postgres},
32 connections; servers, database and the load generator share the cores. Ratios are of rates in one run, the middle of ${rounds} rounds. The peers are Better Auth
1.7 on Next with \`pg\`, and a Next route that does nothing.

${table(["work", "goal", ...versions], ratios)}

Each scenario a second, and the milliseconds of CPU that the server and Postgres spend on one:

${table(["scenario", ...versions.flatMap((version) => [`${version}: 1/s`, "server", "Postgres"])], figures)}

Memory and start, each time from a fresh process:

${table(["Node", "server", "first answer, ms", "MiB at first answer", "MiB after load"], memory)}
`
  writeFileSync("bench/RESULTS.md", text)
  console.log(text)
}
