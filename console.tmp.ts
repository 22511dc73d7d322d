import { run } from "@/lib/running"
import { consoleViewOf } from "@/lib/web/console/view"
import { readQuery } from "@/lib/web/console/query"
const r = await run(() => undefined)
for (const q of [{}, {}, {}, {span:"week"}, {span:"month"}, {span:"month"}, {outcome:"not-sent"}, {outcome:"decoy"}, {outcome: "refused"}]) {
  const t = performance.now()
  const view = await consoleViewOf(readQuery(q), undefined, r.core)
  console.log(JSON.stringify(q), (performance.now() - t).toFixed(0), "ms", view.decisions.length, JSON.stringify(view.month), view.rules.length)
}
const L = r.core.console, now = r.core.now(), ago = (d: number) => new Date(now.getTime() - d * 86400e3)
for (const [n, f] of Object.entries({ byDay: () => L.byDay(ago(30)), byHour: () => L.byHour(ago(1)), byCountry: () => L.byCountry(ago(30)), byRule: () => L.byRule(ago(30)), byPasskey: () => L.byPasskey(ago(30)), decisions: () => L.decisions({ most: 500 }), page: async () => { let b; for (let i=0;i<20;i++) { const p = await L.decisions({ most: 500, before: b }); b = p.at(-1) } } })) {
  const t = performance.now(); await f(); console.log(n, (performance.now() - t).toFixed(0))
}
await r.close(); process.exit()
