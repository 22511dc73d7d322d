import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { badAnswers } from "@/lib/testing/bad-answers"

/** How a service behaves: as it should, or one of the ways in which it can fail. `gone` means that nobody listens. */
export type Manner = "well" | "silent" | "drips" | "fails" | "gone"

/** One of the services on the internet that we ask. */
type Asked = "messages" | "lookups" | "siteverify"

/** The services that we ask, on this machine: Twilio's messages and look-ups, and siteverify. */
export type Outside = {
  /** What a process is told of them: of Twilio, and where captchas are asked for, of siteverify. */
  env: Record<string, string>
  captchas: Record<string, string>
  behave(service: Asked, manner: Manner): Promise<void>
  /** The PIN of the newest text to a phone that was taken as it should be. */
  pinFor(phone: string): string | undefined
  /** Texts that we were asked for, and may be billed for: whatever was not refused. */
  heard(phonePrefix?: string): number
  asked: Record<Asked, number>
  close(): void
}

const fail: Partial<Record<Manner, (response: ServerResponse) => void>> = {
  silent: () => undefined,
  drips: (response) => badAnswers["drips its answer"]?.(response),
  fails: (response) => void response.writeHead(500, { "content-type": "application/json" }).end("{}"),
}

/** Starts them. All of them behave well at first. */
export async function outside(): Promise<Outside> {
  const pins = new Map<string, string>()
  const texts: string[] = []
  const manners: Record<Asked, Manner> = { messages: "well", lookups: "well", siteverify: "well" }
  const asked = { messages: 0, lookups: 0, siteverify: 0 }
  const answers: Record<Asked, (form: URLSearchParams) => object> = {
    messages(form) {
      pins.set(form.get("To") ?? "", /\b(\d{6})\b/.exec(form.get("Body") ?? "")?.[1] ?? "")
      return { sid: `SM${String(texts.length).padStart(32, "0")}`, status: "queued", price: null }
    },
    lookups: () => ({ valid: true, line_type_intelligence: { type: "mobile" } }),
    siteverify: () => ({ success: true, score: 0.9, action: "login", hostname: "localhost" }),
  }
  const serve = (kindOf: (path: string) => Asked) =>
    listening((path, form, response) => {
      const kind = kindOf(path)
      asked[kind]++
      if (kind === "messages") texts.push(form.get("To") ?? "")
      const failing = fail[manners[kind]]
      if (failing) return failing(response)
      response.writeHead(kind === "messages" ? 201 : 200, { "content-type": "application/json" })
      response.end(JSON.stringify(answers[kind](form)))
    })
  const twilio = await serve((path) => (path.startsWith("/v2/PhoneNumbers") ? "lookups" : "messages"))
  const google = await serve(() => "siteverify")
  return {
    asked,
    env: {
      SMS_PROVIDER: "twilio",
      TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
      TWILIO_AUTH_TOKEN: "x".repeat(32),
      TWILIO_FROM: "+15005550006",
      TWILIO_BASE_URL: twilio.url,
    },
    captchas: { RECAPTCHA_SECRET_KEY: "faults", RECAPTCHA_VERIFY_URL: google.url },
    async behave(service, manner) {
      manners[service] = manner
      const server = service === "siteverify" ? google : twilio
      await (manner === "gone" ? server.leave() : server.comeBack())
    },
    pinFor: (phone) => pins.get(phone),
    heard: (prefix = "") => texts.filter((phone) => phone.startsWith(prefix)).length,
    close() {
      twilio.leave()
      google.leave()
    },
  }
}

type Answer = (path: string, form: URLSearchParams, response: ServerResponse) => void

/** A server that may leave its port, and come back to it. */
async function listening(answer: Answer) {
  const server = createServer(async (request, response) => {
    let text = ""
    for await (const piece of request) text += piece
    answer(request.url ?? "", new URLSearchParams(text), response)
  })
  let port = 0
  const comeBack = async () => {
    if (!server.listening) await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  }
  await comeBack()
  port = (server.address() as AddressInfo).port
  const leave = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, comeBack, leave }
}
