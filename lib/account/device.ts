/** The services that push messages go through: Google's, old and new, and Apple's. */
export const pushPlatforms = ["gcm", "fcm", "aps"] as const
export type PushPlatform = (typeof pushPlatforms)[number]

/** A device that wants push messages, as its platform knows it. */
export type Device = { handle: string; platform: PushPlatform }

/** The registered devices. A device belongs to whoever registered it last. */
export type Devices = { register(device: Device, accountId: string, now: Date): Promise<void> }
