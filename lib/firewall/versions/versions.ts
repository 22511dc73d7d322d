import type { PolicyChange } from "@/lib/firewall/versions/change"
import type { PolicyDocument } from "@/lib/firewall/versions/document"

/** A policy that operators made: who, when, why, and all of it. Versions are numbered from 1 without a gap, and stay. */
export type PolicyVersion = {
  id: number
  at: Date
  /** The account of the operator. */
  by: string
  why: string
  kind: PolicyChange["kind"]
  /** Undefined where this program cannot read it. */
  document: PolicyDocument | undefined
}

/** Where versions are kept. */
export type PolicyVersions = {
  newest(): Promise<PolicyVersion | undefined>
  of(id: number): Promise<PolicyVersion | undefined>
  /** The newest ones first. */
  list(most: number): Promise<PolicyVersion[]>
  /** Adds one after the version of its id less one, if that is the newest still: of two at once one is kept. */
  append(version: PolicyVersion & { document: PolicyDocument }): Promise<boolean>
}
