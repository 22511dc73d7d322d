import { readFile } from "node:fs/promises"
import { readEnv } from "@/lib/env"
import { dollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { readDocument } from "@/lib/firewall/versions/document"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { problemsOf } from "@/lib/firewall/versions/problems"
import { after, days, hours, minutes, seconds } from "@/lib/time"

/**
 * The default thresholds with those of a file in their place: JSON in the policy's own shape, of which only the changes, or a version's
 * document as the console keeps it. Its events hold throughout.
 */
export async function policyWith(file: string | undefined): Promise<FirewallPolicy> {
  if (!file) return firewallPolicy
  const json = JSON.parse(await readFile(file, "utf8"))
  return "settings" in json ? policyOf(json) : changed(firewallPolicy, json, "")
}

/** The thresholds of a version's document. Refuses one that is malformed, or that no operator could save. */
export function policyOf(json: unknown): FirewallPolicy {
  const document = readDocument(json)
  if (!document) throw new Error("this is no version of the policy")
  const { SMS_DAY_CEILING: ceiling } = readEnv({})
  const base = { policy: firewallPolicy, countries: "all", ceiling } as const
  const begun = new Date(0)
  const [problem] = problemsOf(document, base, begun)
  if (problem) throw new Error(`${problem.at}: ${problem.kind}`)
  const events = document.events.map((event) => ({ ...event, from: begun, until: after(begun, 1) }))
  return inForceAt({ ...document, events }, base, begun).policy
}

/**
 * A copy with changes. Money may be written as "$2.50", lengths of time as "90s", "10m", "6h" or "3d". Refuses a threshold that
 * does not exist, or one of another kind, and says which.
 */
export function changed<T>(original: T, change: unknown, path: string): T {
  if (typeof original === "number") {
    const value = typeof change === "string" ? numberIn(change) : change
    if (typeof value === "number" && value >= 0) return value as T
    throw new Error(`${path} must be a number, an amount such as "$2.50" or a time such as "10m"`)
  }
  if (Array.isArray(original)) {
    if (Array.isArray(change) && change.every((one) => typeof one === "string")) return change as T
    throw new Error(`${path} must be a list of words`)
  }
  if (typeof change !== "object" || change === null || Array.isArray(change))
    throw new Error(`${path} must be an object`)
  const copy: Record<string, unknown> = { ...(original as object) }
  for (const [key, value] of Object.entries(change)) {
    const name = path ? `${path}.${key}` : key
    // Prices are a table that is empty unless somebody knows better: any country may be added.
    if (!(key in copy) && path !== "prices") throw new Error(`there is no threshold ${name}`)
    copy[key] = changed(copy[key] ?? 0, value, name)
  }
  return copy as T
}

const units = { s: seconds, m: minutes, h: hours, d: days }

function numberIn(text: string): number | undefined {
  const money = /^\$(\d+(?:\.\d+)?)$/.exec(text)
  if (money) return dollars(Number(money[1]))
  const time = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text)
  return time ? units[time[2] as keyof typeof units](Number(time[1])) : undefined
}
