import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { metrics } from "@/lib/outside/metrics"

type Panel = { title: string; targets: { expr: string }[] }
const { panels } = JSON.parse(readFileSync("operations/grafana-dashboard.json", "utf8")) as { panels: Panel[] }
const expressions = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const))
const named = (text: string) => text.match(/\b(?:latchkey|nodejs|process)_\w+/g) ?? []
const withoutSeries = (name: string) => name.replace(/_(bucket|count|sum)$/, "")

/** Every figure that `/metrics` tells, with its labels. */
const told = async () => (await metrics().text(async () => undefined)).body
const ours = (body: string) => [...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name)

test.each(expressions)("the dashboard's panel asks for figures that exist: %s", async (_, expression) => {
  const known = new Set(ours(await told()))
  const names = named(expression)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(known.has(name) || known.has(withoutSeries(name)), name).toBe(true)
})

test("every figure of ours is on the dashboard and in the README", async () => {
  const shown = new Set(
    expressions.flatMap(([, expression]) => named(expression)).flatMap((name) => [name, withoutSeries(name)]),
  )
  const readme = readFileSync("README.md", "utf8")
  for (const name of ours(await told()).filter((name) => name.startsWith("latchkey_"))) {
    expect(shown.has(name), name).toBe(true)
    expect(readme).toContain(`\`${name}\``)
  }
})
