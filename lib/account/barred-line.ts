import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import { readPhone } from "./typed-phone"

const barred = new Set(["PREMIUM_RATE", "SHARED_COST", "VOIP", "PAGER"])

/**
 * Whether these digits are a valid number of a kind that gets no PIN, such as a premium-rate one. It needs the full
 * metadata of every numbering plan, so it is for the server alone.
 */
export const isBarredLine = (typed: string, countryHint: string): boolean =>
  barred.has(readPhone(typed, countryHint, parsePhoneNumberFromString)?.getType() ?? "")
