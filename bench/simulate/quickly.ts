import { noteUndelivered } from "@/lib/firewall/ledger/undelivered"
import { nobodyToAsk } from "@/lib/firewall/line-types"
import { nobodysOpinion } from "@/lib/firewall/opinions/opinion"
import { booksInMemory } from "@/lib/firewall/replay/books-in-memory"
import { keyRing } from "@/lib/keys/key-ring"
import { limitsInMemory } from "../memory/limits"
import { scores } from "./core"
import { desk } from "./desk"
import { beginningOf, type Driven, type DriveOptions, type Outcome, policyFor } from "./drive"
import { insist } from "./insist"
import { posed } from "./posed"
import { thoughtOf } from "./thought-of"
import type { Trace, TraceLine } from "./trace"

const nothing = async () => undefined

/**
 * Runs a trace through the real firewall with books in memory, and through as much of sign-in as the firewall notices: a hundred
 * times as fast as the whole core, and the same to a message. Numbers are not looked up.
 */
export async function driveQuickly(trace: Trace, options: DriveOptions = {}): Promise<Driven> {
  const { enforce = true, countries = "all" } = options
  const policy = policyFor(trace, options)
  const { channels = ["sms"] } = trace
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
    channels,
    countries,
    captcha: scores(0.5),
    work: posed(),
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
    send({ e164, country }, { id }, channel) {
      sent.push({ to: e164, country, channel })
      lost.delete(e164)
      if (channel !== "sms" || !trace.loses?.(e164, now.getTime() - startAt.getTime())) return
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
    const got = (e164: string) => !lost.has(e164)
    const insisted =
      line.op === "verify"
        ? { refusal: await counter.verify(line, got) }
        : await insist(line, index, channels, (brings) => counter.ask(line, brings))
    for (const id of undelivered) await noteUndelivered(id, needs)
    undelivered = []
    const more = bought === undefined ? {} : { opinions: (opinions?.asked() ?? 0) - bought }
    outcomes.push({ line, ...insisted, sent, ...more })
  }
  return { outcomes, maxMode: books.highestLevel() }
}
