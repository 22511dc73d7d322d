import type { Channel, Channels } from "@/lib/delivery/channel"
import type { Refusal } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { offersAfter } from "@/lib/web/sign-in/other-channels"
import { tokenOf } from "./core"
import type { TraceLine } from "./trace"

/** What a caller brings to one request. */
export type Brings = { captchaToken?: string; work?: { answer: string | undefined } } & Pick<Caller, "channel">

/** What came of a line, and how many puzzles its caller solved for it. */
export type Insisted = { refusal: Refusal["kind"] | undefined; puzzles: number }

/**
 * Asks, and asks again as our page and its people would: without a token that Google disliked; with the solution of the puzzle that a
 * refusal offers, where the line says that its caller works; and by the channel that they would take instead, where one is offered.
 */
export async function insist(
  line: TraceLine,
  number: number,
  channels: Channels,
  ask: (brings: Brings) => Promise<Refusal | undefined>,
): Promise<Insisted> {
  const { works, otherwise } = line
  let puzzles = 0
  const fresh = (times: number) =>
    line.captcha === null ? {} : { captchaToken: tokenOf(line.captcha, number + times / 10) }
  const tryBy = async (channel: Channel | undefined, times: number) => {
    const by = channel ? { channel } : {}
    const canWork = works ? { work: { answer: undefined } } : {}
    const brings = fresh(times)
    let refusal = await ask({ ...by, ...canWork, ...brings })
    if (refusal?.kind === "captcha-failed" && brings.captchaToken) refusal = await ask({ ...by, ...canWork })
    const puzzle = refusal && "puzzle" in refusal ? refusal.puzzle : undefined
    if (!works || !puzzle) return refusal
    puzzles += 1
    return ask({ ...by, work: { answer: puzzle } })
  }
  let refusal = await tryBy(line.channel, 0)
  const caller = { channel: line.channel } as Caller
  if (otherwise && refusal && offersAfter(refusal, { channels, caller }).offers?.includes(otherwise))
    refusal = await tryBy(otherwise, 1)
  return { refusal: refusal?.kind, puzzles }
}
