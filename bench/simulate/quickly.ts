import { noteUndelivered } from "@/lib/firewall/ledger/undelivered"
import { nobodyToAsk } from "@/lib/firewall/line-types"
import { nobodysOpinion } from "@/lib/firewall/opinions/opinion"
import { firewallPolicy } from "@/lib/firewall/policy"
import { booksInMemory } from "@/lib/firewall/replay/books-in-memory"
import { keyRing } from "@/lib/keys/key-ring"
import { proofOfWork } from "@/lib/outside/proof-of-work"
import { limitsInMemory } from "../memory/limits"
import { scores, tokenOf } from "./core"
import { desk } from "./desk"
import { beginningOf, type Driven, type DriveOptions, type Outcome } from "./drive"
import { thoughtOf } from "./thought-of"
import type { Trace, TraceLine } from "./trace"

const nothing = async () => undefined

/**
 * Runs a trace through the real firewall with books in memory, and through as much of sign-in as the firewall notices: a hundred
 * times as fast as the whole core, and the same to a message. Numbers are not looked up.
 */
export async function driveQuickly(trace: Trace, options: DriveOptions = {}): Promise<Driven> {
  const { policy = firewallPolicy, enforce = true, countries = "all" } = options
  const startAt = beginningOf(trace)
  const listed = (trace.announced ?? []).map(
    (value) => ({ kind: "country", value, effect: "allow", addedAt: startAt }) as const,
  )
  let asking: TraceLine["label"] = "human"
  const books = booksInMemory(listed, (decision) => options.told?.(decision, asking))
  let now = startAt
  let ids = 0
  let sent: Outcome["sent"] = []
  const lost = new Set<string>()
  let undelivered: string[] = []
  const ledger = {
    ...{ count: nothing, hear: nothing, idOf: nothing, settle: nothing, last: nothing, fateOf: nothing },
    undelivered: async (id: string) => books.takeCharged(id),
  }
  const opinions = options.named && thoughtOf(trace, options.named)
  const keys = keyRing(["the same secret in every simulation"])
  const needs = {
    now: () => now,
    newId: () => String(++ids),
    keys,
    warn: () => undefined,
    isClockRight: () => true,
    channels: ["sms"] as const,
    countries,
    captcha: scores(0.5),
    work: proofOfWork(keys),
    limits: limitsInMemory(),
    later: (task: () => Promise<unknown>) => void task(),
    firewall: {
      enforce,
      policy,
      books,
      ledger,
      lists: { read: async () => listed, put: nothing, remove: nothing },
      lineTypes: nobodyToAsk,
      opinions: opinions ?? nobodysOpinion,
    },
  }
  const counter = desk({
    ...needs,
    send({ e164, country }, { id }) {
      sent.push({ to: e164, country })
      lost.delete(e164)
      if (!trace.loses?.(e164, now.getTime() - startAt.getTime())) return
      lost.add(e164)
      undelivered.push(id)
    },
  })
  const outcomes: Outcome[] = []
  for (const [index, line] of trace.lines.entries()) {
    sent = []
    const bought = opinions?.asked()
    asking = line.label
    now = new Date(startAt.getTime() + line.at)
    const token = line.captcha === null ? undefined : tokenOf(line.captcha, index)
    const got = (e164: string) => !lost.has(e164)
    let refusal = line.op === "verify" ? await counter.verify(line, got) : await counter.ask(line, token)
    // Our page tries once more without a token that Google disliked.
    if (refusal === "captcha-failed" && token) refusal = await counter.ask(line)
    for (const id of undelivered) await noteUndelivered(id, needs)
    undelivered = []
    outcomes.push({ line, refusal, sent, ...(bought !== undefined && { opinions: (opinions?.asked() ?? 0) - bought }) })
  }
  return { outcomes, maxMode: books.highestLevel() }
}
