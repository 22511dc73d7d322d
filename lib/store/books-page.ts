import type { Issue } from "@/lib/challenge/challenge"
import type { BudgetName, CapSpent, Issued, OpenBooks, Wait, WaitName } from "@/lib/firewall/books/books"
import { type Drained, drainedBy } from "@/lib/firewall/books/drained"
import type { Exposure } from "@/lib/firewall/books/exposure"
import { type Level, type Mode, peace } from "@/lib/firewall/books/mode"
import type { Decision, VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { OperatorList } from "@/lib/firewall/operator-list"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { noChanges } from "@/lib/store/books-changes"
import type { Seen } from "@/lib/store/books-read"

type Versioned<Row> = { row: Row; version: number }

/** What was read, as the work sees it, and what the work changes in it. */
export class OpenPages implements OpenBooks {
  readonly changes = noChanges()
  readonly listed: OperatorList
  mode: Mode
  private readonly exposures: Map<string, Versioned<Exposure>>
  private readonly waits: Map<string, Versioned<Wait>>
  private readonly caps: Map<string, Versioned<CapSpent>>
  private readonly drains: Map<string, Versioned<Drained>>
  private readonly budgets: Map<string, number>
  private readonly open: Set<string>
  private readonly credits: Map<string, Date>
  private readonly toVerify: VerifiedDecision[]

  constructor(
    private readonly seen: Seen = {},
    now: Date,
  ) {
    const { exposures, waits, caps, drains, spent, open, credits, listed, mode, unverified } = seen
    this.exposures = byName(exposures, ({ scope }) => scope, exposureIn)
    this.waits = byName(waits, keyOf, ({ sends, until }) => ({ sends, until: new Date(until) }))
    this.caps = byName(
      caps,
      ({ key }) => key,
      ({ spent, resetsAt }) => ({ spent, resetsAt: new Date(resetsAt) }),
    )
    this.drains = byName(
      drains,
      ({ key }) => key,
      ({ open, verified, at }) => ({ open, verified, at: new Date(at) }),
    )
    this.budgets = new Map(Object.entries(spent ?? {}))
    this.open = new Set(open)
    this.credits = new Map(Object.entries(credits ?? {}).map(([phone, at]) => [phone, new Date(at)]))
    this.listed = listed?.map((entry) => ({ ...entry, addedAt: new Date(entry.addedAt) })) ?? []
    this.mode = mode ? { level: mode.level as Level, since: new Date(mode.since), pinned: mode.pinned } : peace(now)
    this.toVerify = unverified?.map((row) => ({ ...row, at: new Date(row.at) })) ?? []
  }

  exposure = (scope: string) => this.exposures.get(scope)?.row
  spent = (name: string) => this.budgets.get(name) ?? 0
  isOpen = (phone: string) => this.open.has(phone)
  wait = (name: WaitName) => this.waits.get(keyOf(name))?.row
  cap = (key: string) => this.caps.get(key)?.row
  drain = (key: string) => this.drains.get(key)?.row
  credit = (phone: string) => this.credits.get(phone)
  unverified = (recipient: string) => this.toVerify.filter((decision) => namesRecipient(decision, recipient))

  putExposure(scope: string, exposure: Exposure) {
    const before = this.exposure(scope)?.trippedAt ?? null
    if (before?.getTime() !== exposure.trippedAt?.getTime())
      this.changes.breakers.push({ scope, trippedAt: exposure.trippedAt ?? before, until: exposure.until })
    const version = put(this.exposures, scope, exposure)
    this.changes.exposures.set(scope, { scope, ...exposure, version })
  }

  putWait(name: WaitName, wait: Wait) {
    const version = put(this.waits, keyOf(name), wait)
    this.changes.waits.set(keyOf(name), { ...name, ...wait, version })
  }

  putCap(key: string, cap: CapSpent) {
    this.changes.caps.set(key, { key, ...cap, version: put(this.caps, key, cap) })
  }

  putDrain(key: string, drained: Drained) {
    this.changes.drains.set(key, { key, ...drained, version: put(this.drains, key, drained) })
  }

  addToDrain({ key, policy }: DrainingCharge, add: Pick<Drained, "open" | "verified">, now: Date) {
    const { open, verified, at } = drainedBy(this.drain(key), policy, now)
    put(this.drains, key, { open: Math.max(0, open + add.open), verified: verified + add.verified, at })
    const { drains, halfLife } = policy
    const before = this.changes.added.get(key) ?? { open: 0, verified: 0 }
    const sum = { open: before.open + add.open, verified: before.verified + add.verified }
    this.changes.added.set(key, { key, ...sum, drains, halfLife, at: now })
  }

  spend({ name, endsAt }: BudgetName, amount: number, room = boundless) {
    const seen = this.changes.budgets.get(name)?.seen ?? this.spent(name)
    this.budgets.set(name, Math.max(0, this.spent(name) + amount))
    const before = this.changes.budgets.get(name)
    const least = Math.min(before?.room ?? boundless, amount > 0 ? room : boundless)
    this.changes.budgets.set(name, { name, endsAt, seen, amount: (before?.amount ?? 0) + amount, room: least })
  }

  putMode(mode: Mode, evidence: Readonly<Record<string, number | string>>) {
    this.mode = mode
    this.changes.modes.push({ ...mode, evidence })
  }

  record(decision: Decision) {
    const { fold, phone, asNewcomer, outcome } = decision
    if (phone && asNewcomer && outcome !== "refused") this.open.add(phone)
    const same = fold ? this.changes.decisions.find((other) => other.fold === fold) : undefined
    if (same) same.count += 1
    else this.changes.decisions.push({ ...decision, count: 1 })
  }

  issue(issue: Issue): Issued {
    const issued: Issued = {}
    const { realm, subject } = issue.challenge
    const isSame = (other: { issue: Issue }) =>
      other.issue.challenge.realm === realm && other.issue.challenge.subject === subject
    // One statement writes a row once. Whoever comes second is issued theirs after it.
    if (!this.changes.issues.some(isSame)) this.changes.issues.push({ issue, issued })
    return issued
  }

  verify(decision: VerifiedDecision, at: Date) {
    this.toVerify.splice(this.toVerify.indexOf(decision), 1)
    const { id, realm, country, at: decidedAt } = decision
    this.changes.verified.push({ id, realm, country, at, decidedAt })
  }

  putCredit(phone: string, at: Date) {
    const before = this.changes.credits.get(phone)?.before ?? this.credits.get(phone) ?? null
    this.changes.credits.set(phone, { phone, at, before })
    this.credits.set(phone, at)
  }
}

const boundless = Number.MAX_SAFE_INTEGER

/** Keeps a row as it is from now on. Answers the version that the change makes of the one that was read. */
function put<Row>(rows: Map<string, Versioned<Row>>, name: string, row: Row): number {
  const version = rows.get(name)?.version ?? 0
  rows.set(name, { row, version })
  return version + 1
}

function byName<Seen extends { version: number }, Row>(
  seen: readonly Seen[] | null | undefined,
  name: (row: Seen) => string,
  read: (row: Seen) => Row,
): Map<string, Versioned<Row>> {
  return new Map(seen?.map((row) => [name(row), { row: read(row), version: row.version }]))
}

const keyOf = ({ subject, target }: WaitName) => `${subject} ${target}`

const namesRecipient = (decision: VerifiedDecision & { recipient?: string }, recipient: string) =>
  decision.recipient === recipient

const exposureIn = ({
  open,
  verified,
  at,
  until,
  trippedAt,
  trips,
  probes,
  wins,
}: NonNullable<Seen["exposures"]>[number]): Exposure => ({
  ...{ open, verified, trips, probes, wins },
  at: new Date(at),
  until: until === null ? null : new Date(until),
  trippedAt: trippedAt === null ? null : new Date(trippedAt),
})
