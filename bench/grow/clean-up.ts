import { ask } from "./asking"
import { load, loadUntil, millis, pooled, quantile, table } from "./measure"
import { elsewhere, type Served, scenes } from "./scenes"

/** What is older than anybody keeps it; by half a day, since rows go on ageing meanwhile. */
const stale = `SELECT (SELECT count(*) FROM "Decision" WHERE "at" < now() - interval '90.5 days')
  + (SELECT count(*) FROM "Event" WHERE "kind" = 'refused' AND "at" < now() - interval '90.5 days')
  + (SELECT count(*) FROM "Challenge" WHERE "expiresAt" < now() - interval '7.5 days')`

type Needs = { atOnce: number; secret: string; left(statement: string): number }

/** The scheduled clean-up takes what is stale while people sign in, beside as long before and after it. */
export async function cleanUpUnderLoad(served: Served, { atOnce, secret, left }: Needs): Promise<string> {
  const turn = await (scenes["sign-in"] as NonNullable<(typeof scenes)[string]>)(served, atOnce)
  const before = await load(turn, { atOnce, seconds: 10 })
  const many = left(stale)
  const begun = millis()
  const during = await loadUntil(
    turn,
    atOnce,
    untilClean(served.url, secret, () => left(stale)),
  )
  const seconds = (millis() - begun) / 1000
  const after = await load(turn, { atOnce, seconds: 10 })
  const [calm, busy] = [pooled([before, after]), during]
  const rows = [...calm].map(([step, times]) => {
    const [one, other] = [quantile(times, 0.99), quantile(busy.get(step) ?? [], 0.99)]
    const ratio = other / one
    return [step, one.toFixed(1), other.toFixed(1), `${ratio.toFixed(2)}${ratio <= 1.5 ? "" : " (missed)"}`]
  })
  const done = `${(many - left(stale)).toLocaleString("en")} rows in ${seconds.toFixed(0)} s.`
  return `${done}\n\n${table(["step", "p99 without", "p99 during", "during / without"], rows)}`
}

/** One call is made; the server goes on by itself until nothing is left. */
async function untilClean(url: string, secret: string, left: () => number): Promise<void> {
  const asking = { method: "GET", path: "/cron/clean-up", address: elsewhere(), token: secret }
  const { status, body } = await ask(url, asking)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  while (left() > 0) await new Promise((resolve) => setTimeout(resolve, 500))
}
