import { type PhoneNumber, parsePhone } from "@/lib/account/phone-number"
import type { Channel } from "@/lib/delivery/channel"
import type { Admission } from "@/lib/firewall/admission"
import { type AdmitNeeds, admit } from "@/lib/firewall/admit"
import type { Attempt } from "@/lib/firewall/attempt"
import { type DoorNeeds, enter } from "@/lib/firewall/enter"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import type { Pass } from "@/lib/firewall/pass"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { minutes } from "@/lib/time"
import type { Brings } from "./insist"
import type { TraceLine } from "./trace"

/** What the desk needs of the firewall, and where its messages go. */
export type DeskNeeds = AdmitNeeds & DoorNeeds & { send(to: PhoneNumber, admission: Admission, channel: Channel): void }

type Account = { phone: PhoneNumber; devices: boolean }
type Challenge = { phone: PhoneNumber; issuedAt: number }

/**
 * The verbs of sign-in as far as the firewall notices them: accounts, challenges and devices in memory, the firewall's own code for
 * everything that costs money. What a guess at a PIN may cost is the core's affair: here a network has its wrong tries alone.
 */
export function desk(needs: DeskNeeds) {
  const accounts = new Map<string, Account>()
  const challenges = new Map<string, Challenge>()
  /** What somebody mistyped in a row, by their network and email. */
  const mistyped = new Map<string, number>()
  /** For which email the newest text to a phone is. */
  const newest = new Map<string, string>()

  const text = async (about: Pick<Attempt, "subject" | "phone" | "to" | "whose">, pass: Pass, renew: boolean) => {
    const admission = await admit({ ...about, pass, whitelabelId: 1 }, needs)
    if (isRefusal(admission)) return admission
    const { phone, subject, to } = about
    if (!phone || to === "decoy") return undefined
    const live = challenges.get(subject)
    const age = live ? needs.now().getTime() - live.issuedAt : Number.POSITIVE_INFINITY
    if (renew || live?.phone.e164 !== phone.e164 || age > minutes(5))
      challenges.set(subject, { phone, issuedAt: needs.now().getTime() })
    newest.set(phone.e164, subject)
    needs.send(phone, admission, pass.channel)
    return undefined
  }

  const ask = async (line: TraceLine, { captchaToken, ...brings }: Brings): Promise<Refusal | undefined> => {
    const { op, email, phone: typed, country, ip, label, device } = line
    const visit = { "check-email": "login", resend: "login", register: "signup" } as const
    if (op === "verify") return undefined
    const app = { ...brings, realm: "handbid", client: "web", address: ip } as const
    const about = op === "register" ? [email, typed] : [email]
    const pass = await enter({ verb: op, action: visit[op], captchaToken, about }, app, needs)
    if (isRefusal(pass)) return pass
    const account = accounts.get(email)
    const whose = account?.devices && (device ?? label === "human") ? "home" : "stranger"
    const asked = { subject: email, whose } as const
    if (op === "register") {
      const phone = parsePhone(typed, country)
      if (!phone) return refuse({ kind: "invalid-phone" })
      return account ? refuse({ kind: "email-taken" }) : text({ ...asked, phone, to: "newcomer" }, pass, true)
    }
    if (account) {
      const refusal = await text({ ...asked, phone: account.phone, to: "known" }, pass, false)
      return op === "check-email" && refusal?.kind === "wait" ? undefined : refusal
    }
    if (op === "check-email") return undefined
    const pending = challenges.get(email)?.phone
    return text({ ...asked, phone: pending, to: pending ? "newcomer" : "decoy" }, pass, false)
  }

  /** `got` tells whether the phone received what was sent last. */
  const verify = async ({ email, ip, pin }: TraceLine, got: (e164: string) => boolean): Promise<Kind | undefined> => {
    const now = needs.now()
    const challenge = challenges.get(email)
    const tries = { key: sealedName(needs.keys, "pin", networkOf(ip)), quota: policy.pinTries }
    const isFull = !(await needs.limits.take([tries], now)).taken
    if (isFull) return "limited"
    const isAlive = challenge && now.getTime() - challenge.issuedAt < minutes(10)
    const isRight =
      pin === "right" && isAlive && newest.get(challenge.phone.e164) === email && got(challenge.phone.e164)
    const guesser = `${ip} ${email}`
    if (!isRight) {
      mistyped.set(guesser, (mistyped.get(guesser) ?? 0) + 1)
      return "wrong-pin"
    }
    await needs.limits.giveBack([tries.key], now, 1 + (mistyped.get(guesser) ?? 0))
    mistyped.delete(guesser)
    challenges.delete(email)
    accounts.set(email, { phone: challenge.phone, devices: true })
    const [phone, issuedAt] = [challenge.phone.e164, new Date(challenge.issuedAt)]
    await noteVerified(
      { realm: "handbid", subject: email, phone, network: sealedName(needs.keys, "network", networkOf(ip)), issuedAt },
      needs,
    )
    return undefined
  }
  return { ask, verify }
}

type Kind = Refusal["kind"]
