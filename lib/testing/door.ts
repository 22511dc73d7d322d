import { admit } from "@/lib/firewall/admit"
import type { Attempt } from "@/lib/firewall/attempt"
import type { Captcha } from "@/lib/firewall/captcha"
import { enter } from "@/lib/firewall/enter"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import { dollars } from "@/lib/firewall/money"
import type { Pass } from "@/lib/firewall/pass"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { isRefusal } from "@/lib/refusal"
import type { Asked } from "@/lib/store/opinions"
import { goodToken, google } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import type { TestOptions } from "@/lib/testing/test-options"

type Options = {
  policy?: Partial<FirewallPolicy>
  enforce?: boolean
  captcha?: Captcha
  opinions?: Asked | undefined
  lookUp?: TestOptions["lookUp"]
}

const plenty = dollars(1000)
const roomy = { all: plenty, each: plenty, kept: plenty, perPaid: 0, spotless: 0, familiar: 0, undelivered: 1 / 3 }

/** Thresholds under which a day's money holds nobody up: for what the other rules do. */
export const withMoney = {
  own: {
    newcomer: { money: plenty, texts: 1, spare: 0 },
    strangers: { money: plenty, texts: 1, spare: 0 },
    owner: { money: plenty, texts: 1, spare: 0 },
    sparePart: 0,
  },
  open: { cheap: roomy, home: roomy, elsewhere: roomy, calls: roomy },
  growth: { factor: 1, country: plenty, elsewhere: plenty, prefix: plenty, firsts: plenty, firstTexts: 1 },
} satisfies Partial<FirewallPolicy>

/** Asks for messages as newcomers do, each with an email of their own. */
export async function door({ policy = {}, enforce = true, captcha = google, opinions, lookUp }: Options = {}) {
  const firewall = { enforce, policy: { ...firewallPolicy, ...policy } }
  const auth = await testAuth({ captcha, countries: "all", firewall, opinions, lookUp })
  let asked = 0
  const ask = async (
    e164: string,
    country: string,
    options: Partial<Attempt> & { address?: string; token?: null } = {},
  ) => {
    asked += 1
    auth.pass(1)
    const { address = `10.${asked % 250}.${asked >> 8}.1`, token, ...attempt } = options
    const visit = {
      verb: "register",
      action: "signup",
      captchaToken: token === null ? undefined : goodToken(),
    } as const
    const pass = (await enter(visit, { realm: "handbid", client: "web", address }, auth.core)) as Pass
    if (isRefusal(pass)) return { refusal: pass }
    const subject = attempt.subject ?? `person${asked}@example.com`
    const about = {
      pass,
      subject,
      phone: { e164, country },
      to: "newcomer",
      whose: "stranger",
      whitelabelId: 1,
    } as const
    const answer = await admit({ ...about, ...attempt }, auth.core)
    const right = { realm: "handbid", subject, phone: e164, issuedAt: auth.now() }
    const verify = (network = pass.network) => noteVerified({ ...right, network }, auth.core)
    return isRefusal(answer) ? { refusal: answer, verify } : { refusal: undefined, admission: answer, verify }
  }
  const decisions = async () => (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })
  const mode = async () =>
    (await testDatabase({ empty: false })).modeChange
      .findFirst({ orderBy: { number: "desc" } })
      .then((row) => row?.level ?? 0)
  return { auth, ask, decisions, mode }
}

/** Numbers of the United States, side by side. */
export const us = (last: number) => `+1303555${String(last).padStart(4, "0")}`
/** Numbers of Bangladesh, far from each other. */
export const bd = (index: number) => `+88018${String(10_000_000 + index * 3_000_017).slice(-8)}`
/** What became of each: sent, or the kind of its refusal. */
export const kinds = (answers: { refusal: { kind: string } | undefined }[]) =>
  answers.map(({ refusal }) => refusal?.kind ?? "sent")
/** So many questions, one after the other. */
export const inTurn = async <T>(count: number, ask: (index: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = []
  for (let index = 0; index < count; index++) answers.push(await ask(index))
  return answers
}
