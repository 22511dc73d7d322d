/** A text message. `pin` is what the inbox shows beside it, empty where it brings none; other senders ignore it. */
export type TextMessage = { to: string; body: string; pin: string }

/**
 * What became of a message: taken by a sender; refused for its number; not taken for certain; or not known, because the sender
 * did not answer in time and may have sent it. `sender` is the one that was asked last.
 */
export type Delivery =
  | { fate: "accepted"; sender: string /** The sender's own name for the message. */; messageId?: string }
  | { fate: "bad-number" | "unknown"; sender: string }
  | { fate: "not-accepted"; sender: string /** The sender works: it refused this message alone. */; works?: boolean }

/** Sends text messages. Never throws: a failure is an answer. */
export type Sms = {
  /** `decisionId` is what the sender's later news of the message name it by. */
  send(message: TextMessage, decisionId?: string): Promise<Delivery>
  /** Keeps our own machine as busy as a message would, where that takes doing, and sends none. */
  pretend?(): Promise<void>
}
