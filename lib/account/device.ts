/** The services that push messages go through: Google's, old and new, and Apple's. */
export const pushPlatforms = ["gcm", "fcm", "aps"] as const
export type PushPlatform = (typeof pushPlatforms)[number]

/** A device that wants push messages, as its platform knows it. */
export type Device = { handle: string; platform: PushPlatform }

/**
 * The registered devices. A handle proves nothing: it is an address, and anyone who learns it can name it. So each account has
 * its own claim on it, which no other claim takes away. Messages go to the account whose claim is the first of those that are
 * alive, so that a stranger neither silences a device nor makes it show his own. A claim lives as long as its app renews it, as
 * apps do whenever they start: a phone that changes hands is the next person's once the first one's app is silent.
 */
export type Devices = {
  register(device: Device, accountId: string, now: Date): Promise<void>
  /** Where this account's messages go. */
  reach(accountId: string, now: Date): Promise<Device[]>
}
