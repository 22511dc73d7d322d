import { z } from "zod"
import { type Channels, channels } from "@/lib/delivery/channel"
import type { LineType } from "@/lib/firewall/line-types"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** One request of a trace, as bench/README.md describes it. */
export const traceLine = z.object({
  at: z.number().nonnegative(),
  ip: z.string(),
  op: z.enum(["check-email", "register", "resend", "verify"]),
  email: z.string(),
  phone: z.string(),
  country: z.string(),
  captcha: z.union([z.null(), z.number().min(0).max(1), z.literal("invalid")]).default(null),
  label: z.enum(["human", "bot"]),
  pin: z.enum(["right", "wrong"]).optional(),
  device: z.boolean().optional(),
  works: z.boolean().optional(),
  channel: z.enum(channels).optional(),
  otherwise: z.enum(channels).optional(),
})
export type TraceLine = z.output<typeof traceLine>

/** A trace: its requests in the order of their time, and what the world around them is like. */
export type Trace = {
  name: string
  lines: TraceLine[]
  /** From when on it is measured; from its beginning where that is not told. */
  from?: number
  /** With this numbers are looked up, for money, and this is what they are. */
  lookUp?: (e164: string) => LineType
  /** Texts that the carrier says it did not deliver: to whom and when, from the trace's beginning. */
  loses?: (e164: string, at: number) => boolean
  /** Countries that an operator allowed before it began. */
  announced?: readonly string[]
  /** The channels in use, where texts are not the only one, and what a message by the others costs where it is not the default. */
  channels?: Channels
  channelPrices?: Partial<FirewallPolicy["channelPrices"]>
}

/** Reads a trace of one JSON object a line. Refuses a line that is none, and says which. */
export function readTrace(name: string, text: string): Trace {
  const lines = text.split("\n").flatMap((line, index) => {
    if (!line.trim()) return []
    try {
      return [traceLine.parse(JSON.parse(line))]
    } catch (problem) {
      const why = problem instanceof z.ZodError ? z.prettifyError(problem) : "it is not JSON"
      throw new Error(`${name}, line ${index + 1}: ${why}`)
    }
  })
  return { name, lines: inOrder(lines) }
}

/** Requests in the order of their time; those of one instant stay as they were. */
export const inOrder = (lines: readonly TraceLine[]): TraceLine[] => [...lines].sort((one, other) => one.at - other.at)
