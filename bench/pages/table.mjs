import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const file = "bench/PAGES.md"

/** Writes the rows into the table, where rows of other pages stay. */
export function writeTable(rows, runs) {
  const old = existsSync(file) ? readFileSync(file, "utf8").split("\n") : []
  const kept = new Map(old.filter((line) => line.startsWith("| /")).map((line) => [line.split("|")[1].trim(), line]))
  for (const row of rows) kept.set(row.path, lineOf(row))
  const day = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim()
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim()
  writeFileSync(file, `${head(day, commit, runs)}${[...kept.values()].join("\n")}\n`)
}

const lineOf = ({ path, ours, bare, interaction, weight, most }) => {
  const cells = [
    path,
    `${ours.performance} (${bare.performance})`,
    ...[ours.accessibility, ours["best-practices"], ours.seo],
    `${(ours.lcp / 1000).toFixed(2)} s (${(bare.lcp / 1000).toFixed(2)} s)`,
    (ours.lcp / bare.lcp).toFixed(2),
    ours.cls,
    `${interaction} ms`,
    `${weight.toFixed(1)} kB (${most})`,
    ours.failed.join(", ") || "none",
  ]
  return `| ${cells.join(" | ")} |`
}

const head = (day, commit, runs) => `# Pages in Lighthouse

\`npm run bench:pages\` on ${day}, at ${commit}: Lighthouse 12.8.2 as it comes (a mid-range phone on a slow line, simulated), the median of
${runs} runs, figure by figure. In brackets a bare Next page of the same HTML and styles, in the same run, on the same machine. The slowest
interaction is that of typing into every field and opening everything that opens, with the CPU slowed down four times.

Goals: 100 in accessibility, best practices and SEO; performance at least 95 or not below the bare page; LCP at most 1.2 times the
bare page's; CLS 0; an interaction at most 100 ms; script, as gzip has it, at most the kilobytes in brackets.

| page | performance (bare) | accessibility | best practices | SEO | LCP (bare) | ratio | CLS | slowest interaction | script (goal) | failed audits |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`
