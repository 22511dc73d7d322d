import type { Realm } from "@/lib/account/realm"

/**
 * The name of a count of wrong PINs: for a subject as typed, whether or not anybody has it, and for that subject
 * from one network.
 */
export const failureKey = (realm: Realm, subject: string, network?: string): string =>
  [realm, subject, ...(network === undefined ? [] : [network])].join("\n")
