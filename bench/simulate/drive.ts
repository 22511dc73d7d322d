import { parsePhone } from "@/lib/account/phone-number"
import type { Channel } from "@/lib/delivery/channel"
import type { TextMessage } from "@/lib/delivery/sms"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import { noteUndelivered } from "@/lib/firewall/ledger/undelivered"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { checkEmail } from "@/lib/sign-in/check-email"
import type { Caller, Core } from "@/lib/sign-in/core"
import { register } from "@/lib/sign-in/register"
import { resendPin } from "@/lib/sign-in/resend-pin"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import type { OpenDatabase } from "@/lib/store/database"
import { simulatedCore } from "./core"
import { type Brings, insist } from "./insist"
import type { Named } from "./thought-of"
import type { Trace, TraceLine } from "./trace"

/** What became of one request. */
export type Outcome = {
  line: TraceLine
  /** Why it was refused, or undefined where it was not. */
  refusal: Refusal["kind"] | undefined
  /** The messages that it caused, by where they went. */
  sent: { to: string; country: string; channel: Channel }[]
  /** The look-ups that it caused. */
  lookUps?: number
  /** The opinions of numbers that were bought for it. */
  opinions?: number
  /** The puzzles that were solved for it. */
  puzzles?: number
}

export type DriveOptions = {
  policy?: FirewallPolicy
  enforce?: boolean
  /** The countries that may be texted; all of them unless told, so that the rules have to hold and not the list. */
  countries?: ReadonlySet<string> | "all"
  database?: OpenDatabase
  /** With this an outside service has opinions of numbers. Only where it is quick. */
  named?: Named | undefined
  /** Hears every decision on a message, with who asked. */
  told?: (decision: Decision, label: TraceLine["label"]) => void
}

/** A trace that was run: what became of each request, and the highest attack mode. */
export type Driven = { outcomes: Outcome[]; maxMode: number }

/** Runs a trace through the real core, one request after the other, each at its own time. */
export async function drive(trace: Trace, options: DriveOptions = {}): Promise<Driven> {
  const startAt = beginningOf(trace)
  const pins = new Map<string, string>()
  let sent: Outcome["sent"] = []
  let lookUps = 0
  let now = startAt.getTime()
  const undelivered: string[] = []
  const send = async ({ to, pin, channel }: TextMessage, decisionId = "") => {
    if (channel === "sms" && trace.loses?.(to, now - startAt.getTime())) undelivered.push(decisionId)
    else pins.set(to, pin)
    sent.push({ to, country: parsePhone(to, "")?.country ?? "", channel })
    return { fate: "accepted", sender: "simulation" } as const
  }
  const { enforce = true, countries = "all", database } = options
  const policy = policyFor(trace, options)
  const { channels = ["sms"] } = trace
  const { lookUp } = trace
  const asked = async (e164: string) => {
    lookUps += 1
    return lookUp?.(e164) ?? "unknown"
  }
  const world = {
    policy,
    enforce,
    countries,
    channels,
    ...(database && { database }),
    ...(lookUp && { lookUp: asked }),
  }
  const simulated = await simulatedCore({ sms: { send }, ...world })
  for (const value of trace.announced ?? [])
    await simulated.core.firewall.lists.put({ kind: "country", value, effect: "allow", addedAt: startAt })
  const outcomes: Outcome[] = []
  // What each person's device keeps of its last sign-in.
  const devices = new Map<string, string>()
  let tokens = 0
  for (const line of trace.lines) {
    sent = []
    lookUps = 0
    now = startAt.getTime() + line.at
    simulated.moveTo(new Date(now))
    tokens += 1
    const insisted = await insist(line, tokens, channels, (brings) =>
      request(line, brings, { pins, devices }, simulated.core),
    )
    await simulated.settled()
    for (const id of undelivered.splice(0)) {
      const { core } = simulated
      await core.firewall.ledger.hear(id, { fate: "undelivered", at: core.now() })
      await noteUndelivered(id, core)
    }
    outcomes.push({ line, ...insisted, sent, ...(lookUp && { lookUps }) })
  }
  const highest = await simulated.database.db.modeChange.aggregate({ _max: { level: true } })
  if (!database) await simulated.database.close()
  return { outcomes, maxMode: highest._max.level ?? 0 }
}

/** The thresholds that a trace is run with: what it says of prices goes for them. */
export const policyFor = (
  { channelPrices }: Pick<Trace, "channelPrices">,
  { policy = firewallPolicy }: Pick<DriveOptions, "policy">,
): FirewallPolicy => ({ ...policy, channelPrices: { ...policy.channelPrices, ...channelPrices } })

/** A trace's times count from its own beginning, or are milliseconds since 1970. */
export const beginningOf = ({ lines }: Trace) =>
  new Date((lines[0]?.at ?? 0) > Date.UTC(2000) ? 0 : Date.UTC(2026, 2, 2))

type Kept = { pins: Map<string, string>; devices: Map<string, string> }

async function request(line: TraceLine, { captchaToken, ...brings }: Brings, { pins, devices }: Kept, core: Core) {
  const { op, email, phone, country, ip, label, device } = line
  const bearer = (device ?? label === "human") ? devices.get(email) : undefined
  const app = { realm: "handbid", audience: "handbid", client: "web", userAgent: undefined } as const
  const caller: Caller = { ...app, ...brings, address: ip, bearer }
  const ask = () => {
    if (op === "check-email") return checkEmail({ email, captchaToken }, caller, core)
    if (op === "resend") return resendPin({ email, captchaToken }, caller, core)
    if (op === "register")
      return register({ firstName: "Pat", lastName: "Lee", email, phone, country, captchaToken }, caller, core)
    return verifyPin({ email, pin: typed(line, pins), whitelabelId: 1 }, caller, core)
  }
  const answer = await ask()
  if (!isRefusal(answer) && "accessToken" in answer) devices.set(email, answer.accessToken)
  return isRefusal(answer) ? answer : undefined
}

/** What the person types: the newest PIN that their phone got, or another. */
function typed({ phone, country, pin }: TraceLine, pins: Map<string, string>): string {
  const received = pins.get(parsePhone(phone, country)?.e164 ?? phone) ?? "000000"
  return pin === "right" ? received : String((Number(received) + 1) % 1_000_000).padStart(6, "0")
}
