import type { Language } from "@/lib/account/language"
import type { Channel } from "@/lib/delivery/channel"

/**
 * A message to a phone. `body` is what a text says, and what a call says once. `pin` is what a WhatsApp template is filled with, and what
 * the inbox shows beside it; empty where it brings none.
 */
export type TextMessage = {
  channel: Channel
  to: string
  body: string
  pin: string
  language: Language
  /** Whether the sender is to check it for fraud before it leaves. Undefined: as the sender does of itself. */
  isChecked?: boolean | undefined
}

/**
 * What became of a message: taken by a sender; refused for its number; not taken for certain; or not known, because the sender
 * did not answer in time and may have sent it. `sender` is the one that was asked last.
 */
export type Delivery =
  | { fate: "accepted"; sender: string /** The sender's own name for the message. */; messageId?: string }
  | { fate: "bad-number" | "unknown"; sender: string }
  | { fate: "not-accepted"; sender: string /** The sender works: it refused this message alone. */; works?: boolean }

/** Sends messages by their channel. Never throws: a failure is an answer. */
export type Sms = {
  /** `decisionId` is what the sender's later news of the message name it by. */
  send(message: TextMessage, decisionId?: string): Promise<Delivery>
  /** Keeps our own machine as busy as a message would, where that takes doing, and sends none. */
  pretend?(): Promise<void>
}
