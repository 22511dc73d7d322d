import type { Identifiers } from "@/lib/account/provider"
import type { Parts } from "@/lib/assemble"
import type { Sms } from "@/lib/delivery/sms"
import type { Surroundings } from "@/lib/dialects/mount"
import type { Captcha } from "@/lib/firewall/captcha"
import type { ConfiguredClient } from "@/lib/session/oauth-client"
import type { Duration } from "@/lib/time"

/** What a test may have different from everybody's. */
export type TestOptions = Partial<
  Pick<
    Parts,
    | "isClockRight"
    | "db"
    | "captcha"
    | "sms"
    | "channels"
    | "lookUp"
    | "opinions"
    | "later"
    | "countries"
    | "clientLifetimes"
    | "keys"
    | "limits"
    | "hear"
    | "passwords"
  >
> & {
  captcha?: Captcha
  /** Google and Apple, which read the time of this test. */
  identifiers?: (now: () => Date) => Identifiers
  sms?: Sms
  firewall?: Partial<Parts["firewall"]>
  ceiling?: number
  origins?: string[]
  /** Hears of each request. */
  watch?: Surroundings["watch"]
  patience?: Duration
  /** Goes on with the data of the test so far, as a second process would. */
  sameData?: boolean
  startAt?: Date
  /** Our public origin, which names us in tokens. */
  issuer?: string
  oauthClients?: ConfiguredClient[]
}
