import type { Device } from "@/lib/account/device"
import type { Core, Member } from "@/lib/sign-in/core"

/** Notes where whoever is signed in wants push messages. A device that changes hands goes with its new owner. */
export const registerDevice = (device: Device, { signedIn }: Member, core: Core): Promise<void> =>
  core.devices.register(device, signedIn.account.id, core.now())
