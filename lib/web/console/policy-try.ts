import { setImmediate } from "node:timers/promises"
import { type Replayed, replay } from "@/lib/firewall/replay/replay"
import type { InForce } from "@/lib/firewall/versions/base"
import type { Core } from "@/lib/sign-in/core"
import { after, days, seconds } from "@/lib/time"

/** How far back a change is tried. */
export const trySpans = {
  day: { words: "the last 24 hours", length: days(1) },
  week: { words: "the last 7 days", length: days(7) },
}
export type TrySpan = keyof typeof trySpans

/** What the past would have been by the policy in force, and by another. */
export type Tried = { span: TrySpan; now: Replayed; changed: Replayed }

/** The most decisions that one look reads, the newest, and how long each of its two runs may take. */
const most = 20_000
const longest = seconds(2)

/** Runs the ledger's past through the policy in force and through another, within bounds. It writes nothing. */
export async function tryOnPast(other: InForce, asked: unknown, core: Core): Promise<Tried> {
  const span: TrySpan = asked === "week" ? "week" : "day"
  const since = after(core.now(), -trySpans[span].length)
  const listed = await core.firewall.lists.read()
  const run = (inForce: InForce) => {
    const due = after(core.now(), longest)
    return replay(core.console.past(since, most), inForce, listed, async () => {
      // A flood that was counted in one row is judged request by request: others have their turn meanwhile.
      await setImmediate()
      return core.now() > due
    })
  }
  return { span, now: await run(core.policies.kept.current()), changed: await run(other) }
}
