/** A text message. `pin` is what the inbox shows beside it, empty where it brings none; other senders ignore it. */
export type TextMessage = { to: string; body: string; pin: string }

/**
 * What became of a message: taken by the sender; refused for its number; not taken for certain; or not known, because
 * the sender did not answer in time and may have sent it.
 */
export type Delivery = "accepted" | "bad-number" | "not-accepted" | "unknown"

/** Sends text messages. Never throws: a failure is an answer. */
export type Sms = {
  send(message: TextMessage): Promise<Delivery>
  /** Keeps our own machine as busy as a message would, where that takes doing, and sends none. */
  pretend?(): Promise<void>
}
