import { createHmac } from "node:crypto"
import { firewallPolicy } from "@/lib/firewall/policy"
import { twilioStatusHandler } from "@/lib/machines/twilio-status"
import { twilioSms } from "@/lib/outside/twilio"
import { twilioStatuses } from "@/lib/outside/twilio-status"
import { json, localServer } from "@/lib/testing/local-server"
import { elsewhere, must, person } from "@/lib/testing/people"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

const appUrl = "https://latchkey.example"
const path = "/webhooks/twilio/status"

/** Twilio's signature (https://www.twilio.com/docs/usage/security): HMAC-SHA-1 over the URL and the sorted fields. */
export const signatureOf = (token: string, url: string, fields: Record<string, string>): string => {
  const sorted = Object.keys(fields).sort()
  return createHmac("sha1", token)
    .update(url + sorted.map((name) => name + fields[name]).join(""))
    .digest("base64")
}

/** Twilio on this machine, our core that sends by it, and our webhook. `bill` is what it says of a message's price. */
export async function twilioWorld(options: TestOptions = {}) {
  const bill = { price: "-0.01000" as string | null, price_unit: "USD", status: "delivered" }
  let messages = 0
  const sid = () => `SM${String(messages).padStart(32, "0")}`
  const during = { send: async () => {} }
  const twilio = await localServer((seen, response) => {
    if (seen.method === "GET") return json(response, 200, { sid: sid(), ...bill })
    messages += 1
    void during.send().then(() => json(response, 201, { sid: sid(), status: "queued" }))
  })
  const account = (name: string, digit: string) => ({
    ...{ name, accountSid: `AC${digit.repeat(32)}`, authToken: `token of ${name}`, baseUrl: twilio.url },
    ...{ timeout: seconds(5), from: { from: "+15005550006" }, statusCallback: `${appUrl}${path}` },
  })
  const accounts = [account("twilio", "0"), account("twilio-backup", "1")] as const
  const warnings: unknown[] = []
  const warn = (detail: unknown) => void warnings.push(detail)
  const auth = await testAuth({ sms: twilioSms(accounts[0], warn), ...options })
  const db = await testDatabase({ empty: false })
  const statuses = twilioStatuses({ accounts, appUrl }, warn)
  const handler = twilioStatusHandler(async () => ({ core: auth.core, statuses, report: warn }))

  /** Posts a callback as Twilio would, to the URL that it was given, and waits for what follows. */
  const call = async (status: string, more: Partial<Callback> = {}) => {
    const url =
      more.url ?? twilio.seen.findLast(({ method }) => method === "POST")?.form.get("StatusCallback") ?? appUrl
    const { accountSid, authToken } = accounts[more.account ?? 0] as (typeof accounts)[0]
    const fields = {
      AccountSid: accountSid,
      MessageSid: sid(),
      MessageStatus: status,
      To: "+13035551212",
      ...more.fields,
    }
    const signature = more.signature ?? signatureOf(more.token ?? authToken, url, fields)
    const request = new Request(more.sentTo ?? url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(signature && { "x-twilio-signature": signature }),
      },
      body: more.body ?? new URLSearchParams(fields).toString(),
    })
    const answer = await handler(request)
    await auth.settled()
    return answer.status
  }
  /** Registers a newcomer, which sends one message, and answers its decision. */
  const send = async (number = 0) => {
    auth.pass(seconds(1))
    const body = person(number).details
    await must(201, auth.call("register", { body, address: elsewhere() }))
    await auth.settled()
    return decision()
  }
  const decision = () =>
    db.decision.findFirstOrThrow({ orderBy: { at: "desc" }, where: { outcome: { not: "refused" } } })
  const spent = async () => Number((await db.budget.findFirst({ where: { name: { startsWith: "all:" } } }))?.spent ?? 0)
  return { auth, db, twilio, bill, during, warnings, handler, call, send, decision, spent, sid, policy: firewallPolicy }
}

type Callback = {
  url: string
  /** Where it arrives, if not at the URL that it is signed for. */
  sentTo: string
  account: number
  token: string
  signature: string
  fields: Record<string, string>
  body: string
}
