import { noteSecrets } from "../kept-logs"
import { inboxToken } from "./server"

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
export type Answer = { status: number; body: any }

/** Posts JSON to a server, from an address of the test's choice. */
export async function post(
  url: string,
  body: unknown,
  address: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address, ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const answer = text ? JSON.parse(text) : undefined
  noteSecrets(answer)
  return { status: response.status, body: answer }
}

/** The PINs that the inbox holds for a phone, newest first. */
export async function pinsFor(server: string, phone: string): Promise<string[]> {
  const response = await fetch(`${server}/dev/inbox.json?to=${encodeURIComponent(phone)}`, {
    headers: { authorization: `Bearer ${inboxToken}` },
  })
  const messages = (await response.json()) as { pin: string }[]
  noteSecrets(messages)
  return messages.map(({ pin }) => pin)
}

/** So many answers, counted by status. */
export function byStatus(answers: Answer[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
