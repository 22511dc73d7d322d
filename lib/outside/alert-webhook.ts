import { createHmac } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import { exchange } from "@/lib/outside/exchange"
import { type Duration, seconds } from "@/lib/time"

/** Where alerts are posted, and the secret that signs them: `whsec_` and Base64, as Standard Webhooks writes it. */
export type WebhookSettings = { url: string; secret: string; timeout?: Duration; waits?: readonly Duration[] }

/** What is posted. `id` stays the same through all tries, so that a receiver that heard one twice can tell. */
export type WebhookMessage = { id: string; type: string; at: Date; data: unknown }

/**
 * Posts a message as Standard Webhooks 1.0 has it: JSON with `type`, `timestamp` and `data`, signed by HMAC-SHA256 over the id, the time
 * and the body. Each of four tries may take 5 seconds; 1, 5 and 25 seconds lie between them. Answers whether one was answered 2xx.
 * A redirect is no answer: what is signed goes to nobody else.
 */
export async function postWebhook(
  { url, secret, timeout = seconds(5), waits = [1, 5, 25].map(seconds) }: WebhookSettings,
  { id, type, at, data }: WebhookMessage,
): Promise<boolean> {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
  for (const wait of [0, ...waits]) {
    if (wait > 0) await setTimeout(wait)
    const sentAt = String(Math.floor(Date.now() / 1000))
    const headers = {
      "Content-Type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": sentAt,
      "webhook-signature": signatureOf(secret, `${id}.${sentAt}.${body}`),
    }
    const answer = await exchange(url, { method: "POST", headers, body, redirect: "manual" }, timeout).catch(
      () => undefined,
    )
    if (answer && answer.status >= 200 && answer.status < 300) return true
  }
  return false
}

const signatureOf = (secret: string, text: string) =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(text)
    .digest("base64")}`
