import { asOf, type Exposure, unknownScope } from "@/lib/firewall/books/exposure"
import { toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/**
 * How far the gates are closed to newcomers: 0 open; 1 a good captcha token is compulsory; 2 home countries only as well;
 * 3 known people only.
 */
export type Level = 0 | 1 | 2 | 3

/** The mode in force. A pinned one stays until an operator lets go of it. */
export type Mode = { level: Level; since: Date; pinned: boolean }

/** The mode of an application that was never attacked. */
export const peace = (now: Date): Mode => ({ level: 0, since: now, pinned: false })

/** Of the books, what the mode is read from and written to. */
export type ModeBooks = {
  mode: Mode
  exposure(scope: string): Exposure | undefined
  putExposure(scope: string, exposure: Exposure): void
  /** Changes the mode, and notes the evidence. */
  putMode(mode: Mode, evidence: Readonly<Record<string, number | string>>): void
}

/** What the mode is decided by: newcomers without a captcha token, and all newcomers, in money. */
export type Evidence = { strictLane: Exposure; everyone: Exposure }

/** The scopes that the mode is decided by. */
export const strictLane = "strict-lane"
export const everyone = "everyone"

/** Moves the mode on, if the evidence asks for it. */
export function moveMode(books: ModeBooks, policy: FirewallPolicy, now: Date): void {
  const evidence = {
    strictLane: books.exposure(strictLane) ?? unknownScope(now),
    everyone: books.exposure(everyone) ?? unknownScope(now),
  }
  const next = nextMode(books.mode, evidence, policy, now)
  if (next.level !== books.mode.level) changeMode(next, evidenceInWords(evidence, policy, now), books, now)
}

/**
 * Every change of mode writes the scope of everyone, as does every message to a newcomer: of two machines that judge and change at
 * the same time, the later one begins anew.
 */
export function changeMode(
  mode: Mode,
  evidence: Readonly<Record<string, number | string>>,
  books: ModeBooks,
  now: Date,
) {
  books.putExposure(everyone, books.exposure(everyone) ?? unknownScope(now))
  books.putMode(mode, evidence)
}

/**
 * The mode that the evidence asks for. It rises at once and as far as it must; it falls one level at a time, no sooner than
 * `stay`, and only once the evidence has fallen well below what raised it.
 */
export function nextMode(mode: Mode, evidence: Evidence, policy: FirewallPolicy, now: Date): Mode {
  if (mode.pinned) return mode
  const wanted = levelFor(evidence, policy, 1, now)
  if (wanted > mode.level) return { level: wanted, since: now, pinned: false }
  const isOver = levelFor(evidence, policy, 0.5, now) < mode.level
  const hasStayed = now.getTime() - mode.since.getTime() >= policy.modes.stay
  return isOver && hasStayed ? { level: (mode.level - 1) as Level, since: now, pinned: false } : mode
}

/** The evidence as an operator reads it. */
function evidenceInWords({ strictLane, everyone }: Evidence, policy: FirewallPolicy, now: Date) {
  const [lane, all] = [asOf(strictLane, policy.strictLane, now), asOf(everyone, policy.everyone, now)]
  return {
    unverifiedDollars: round(toDollars(all.open)),
    unverifiedShare: round(shareOf(all)),
    withoutCaptcha: round(lane.open),
    withoutCaptchaVerified: round(lane.verified),
  }
}

function levelFor({ strictLane, everyone }: Evidence, policy: FirewallPolicy, part: number, now: Date): Level {
  const all = asOf(everyone, policy.everyone, now)
  for (const level of [3, 2] as const) {
    const { money, share } = policy.modes[level]
    if (all.open >= money * part && shareOf(all) >= share * part) return level
  }
  return asOf(strictLane, policy.strictLane, now).until === null ? 0 : 1
}

const shareOf = ({ open, verified }: Exposure) => (open + verified > 0 ? open / (open + verified) : 0)
const round = (number: number) => Math.round(number * 100) / 100
