/** What kind of line a number is, as far as it decides whether a text message can arrive and who profits from it. */
export type LineType = "mobile" | "landline" | "voip" | "premium" | "invalid" | "unknown"

/** Tells the line of a number. It costs money, unless the answer is remembered. */
export type LineTypes = {
  /** Whether it would have to be bought. Undefined where look-ups are off. */
  wouldCost(e164: string): Promise<boolean | undefined>
  /** Throws when the provider does not answer. */
  of(e164: string): Promise<LineType>
}

/** Where looking numbers up is off. */
export const nobodyToAsk: LineTypes = { wouldCost: async () => undefined, of: async () => "unknown" }
