import { run } from "@/lib/running"
import { readQuery } from "@/lib/web/console/query"
import { consoleViewOf } from "@/lib/web/console/view"
import { millis, quantile, table } from "./measure"

/** What operators look at: the page as it opens, its other spans, and the list of what became of messages. */
const looks: Readonly<Record<string, Record<string, string>>> = {
  "as it opens, the last 24 hours": {},
  "the last 7 days": { span: "week" },
  "the last 30 days": { span: "month" },
  "only what was refused": { outcome: "refused" },
  "only what was not sent": { outcome: "not-sent" },
  "only decoys": { outcome: "decoy" },
}

/** How many milliseconds the console needs for everything that it shows, in a process of its own environment. */
export async function consoleTimes(env: Readonly<Record<string, string>>): Promise<string> {
  Object.assign(
    process.env,
    { NODE_ENV: "production", APP_URL: "http://127.0.0.1", TWILIO_BASE_URL: "http://127.0.0.1" },
    env,
  )
  const { core, close } = await run(() => undefined)
  const timed = async (query: Record<string, string>) => {
    const begun = millis()
    await consoleViewOf(readQuery(query), undefined, core)
    return millis() - begun
  }
  const first = await timed({})
  const rows: (string | number)[][] = [["the very first look", first.toFixed(0), "", ""]]
  for (const [name, query] of Object.entries(looks)) {
    const times: number[] = []
    for (let turn = 0; turn < 9; turn++) times.push(await timed(query))
    const middle = quantile(times, 0.5)
    rows.push([name, middle.toFixed(0), Math.max(...times).toFixed(0), middle <= 200 ? "" : "(missed)"])
  }
  await close()
  return table(["look", "ms", "longest", ""], rows)
}
