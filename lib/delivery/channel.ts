/** The ways by which a PIN can reach a phone. */
export const channels = ["sms", "whatsapp", "voice"] as const
export type Channel = (typeof channels)[number]

/** The channels that this service uses, in the order of preference. Every PIN goes by the first; our own pages offer the others. */
export type Channels = readonly [Channel, ...Channel[]]

/**
 * Whether a network is paid a termination fee for what reaches the number, which is what SMS fraud lives by. WhatsApp goes over the
 * internet, and no network earns by it.
 */
export const paysTermination = (channel: Channel): boolean => channel !== "whatsapp"
