import { type APIRequestContext, expect } from "@playwright/test"
import { noteSecrets } from "./kept-logs"
import type { Person } from "./person"
import { inboxToken } from "./under-test"

type Message = { to: string; body: string; pin: string; sentAt: string }

/** What a test does behind the browser's back. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  /** The text messages to this person, newest first. */
  async messages({ phone }: Person): Promise<Message[]> {
    const headers = { authorization: `Bearer ${inboxToken}` }
    const response = await this.request.get("/dev/inbox.json", { params: { to: phone }, headers })
    expect(response.status()).toBe(200)
    const messages = (await response.json()) as Message[]
    noteSecrets(messages)
    return messages
  }

  /** The PIN in the newest message. */
  async pin(person: Person): Promise<string> {
    const [newest] = await this.messages(person)
    return newest?.pin ?? "no message"
  }

  /** A PIN that is not this one. */
  async wrongPin(person: Person): Promise<string> {
    const pin = await this.pin(person)
    return pin === "111111" ? "222222" : "111111"
  }

  /** Makes the account by the published API, as an app would. */
  async makeAccount(person: Person): Promise<void> {
    const { email, phone, firstName, lastName } = person
    const data = { firstName, lastName, email, mobile: phone, countryCode: "US", whitelabelId: 1 }
    const headers = { "x-forwarded-for": person.address }
    expect((await this.request.post("/v3/auth/register", { data, headers })).status()).toBe(201)
    await this.useUpPin(person)
  }

  /** Signs in elsewhere with the PIN at hand: it is used, and the wait for the next message ends. */
  async useUpPin(person: Person): Promise<void> {
    const data = { email: person.email, pin: await this.pin(person), whitelabelId: 1 }
    const headers = { "x-forwarded-for": person.address }
    expect((await this.request.post("/v3/auth/verify-pin", { data, headers })).ok()).toBe(true)
  }

  /** Asks from the person's address for as much as it may without a captcha token. No text leaves. */
  async useUpStrictLane({ address }: Person): Promise<void> {
    const headers = { "x-forwarded-for": address }
    const ask = (index: number) => {
      const data = { email: `nobody${index}.${address}@example.com` }
      return this.request.post("/v3/auth/email-check", { data, headers })
    }
    const answers = await Promise.all(Array.from({ length: 11 }, (_, index) => ask(index)))
    expect(answers.filter((answer) => answer.status() === 429)).toHaveLength(1)
  }
}
