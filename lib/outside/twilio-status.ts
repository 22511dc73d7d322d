import type { StatusSource } from "@/lib/delivery/status"
import type { Fate } from "@/lib/firewall/ledger/ledger"
import { dollars, type Micros } from "@/lib/firewall/money"
import { problemOf, type TwilioAccount, twilioClient, twilioLibrary } from "@/lib/outside/twilio-client"

// https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
const fates: Readonly<Record<string, Fate>> = {
  accepted: "accepted",
  scheduled: "accepted",
  queued: "accepted",
  sending: "sent",
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "undelivered",
  canceled: "undelivered",
}

// https://www.twilio.com/docs/voice/api/call-resource#call-status-values
const callFates: Readonly<Record<string, Fate>> = {
  queued: "accepted",
  initiated: "sent",
  ringing: "sent",
  "in-progress": "sent",
  completed: "delivered",
  busy: "undelivered",
  "no-answer": "undelivered",
  failed: "undelivered",
  canceled: "undelivered",
}

// https://www.twilio.com/docs/api/errors/30450 and 30453: SMS Pumping Protection held it back.
const pumping = new Set(["30450", "30453"])

type Settings = {
  accounts: readonly (TwilioAccount & { name: string })[]
  /** Our public origin. The signature is over the URL that Twilio was given, whatever host a request names. */
  appUrl: string
}

/**
 * Twilio's status callbacks (https://www.twilio.com/docs/usage/security#validating-requests), each signed with the token of
 * the account that it is about. They carry no price: the Message, or the Call, is fetched for that.
 */
export function twilioStatuses(
  { accounts, appUrl }: Settings,
  warn: (detail: Record<string, unknown>) => void,
): StatusSource {
  const clients = new Map(accounts.map((account) => [account.name, twilioClient(account)]))
  return {
    async read(fields, pathAndQuery, signature) {
      const query = new URL(pathAndQuery, appUrl).searchParams
      const named = query.get("sender")
      const account = accounts.find(
        ({ accountSid, name }) => accountSid === fields.get("AccountSid") && (named === null || name === named),
      )
      if (!account) return "forged"
      const { validateRequest } = await twilioLibrary()
      const isSigned = validateRequest(account.authToken, signature, `${appUrl}${pathAndQuery}`, flat(fields))
      if (!isSigned) return "forged"
      const isCall = fields.has("CallSid")
      const messageId = fields.get(isCall ? "CallSid" : "MessageSid")
      const status = fields.get(isCall ? "CallStatus" : "MessageStatus")
      if (!messageId || !status) return "unreadable"
      const known = isCall ? callFates : fates
      const fate = Object.hasOwn(known, status) ? known[status] : undefined
      const isBlocked = pumping.has(fields.get("ErrorCode") ?? "")
      const decisionId = query.get("decision") ?? undefined
      return { sender: account.name, messageId, decisionId, fate, ...(isBlocked && { isBlocked }) }
    },

    async priceOf({ sender, messageId }) {
      try {
        const client = await clients.get(sender)?.()
        const message = await (messageId.startsWith("CA")
          ? client?.calls(messageId)
          : client?.messages(messageId)
        )?.fetch()
        if (!message) return undefined
        if (message.price && message.priceUnit?.toUpperCase() !== "USD") warn({ sender, priceUnit: message.priceUnit })
        return priceIn(message)
      } catch (problem) {
        warn({ sender, ...problemOf(problem) })
        return undefined
      }
    },
  }
}

const unbilled = new Set(["failed", "busy", "no-answer", "canceled"])

/** What we pay is told as a negative amount. What failed before it left, and a call that nobody took, is never billed, and so has no price. */
function priceIn({
  price,
  priceUnit,
  status,
}: {
  price: string
  priceUnit: string
  status: string
}): Micros | undefined {
  if (!price) return unbilled.has(status) ? 0 : undefined
  const amount = Math.abs(Number(price))
  return priceUnit?.toUpperCase() === "USD" && Number.isFinite(amount) ? dollars(amount) : undefined
}

/** Each field's value, or its values where there are several: all of them are signed. */
function flat(fields: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(fields.keys())]
  return Object.fromEntries(names.map((name) => [name, fields.getAll(name)]))
}
