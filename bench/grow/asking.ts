import { Agent, createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { millis } from "./measure"

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

// biome-ignore lint/suspicious/noExplicitAny: a load looks into whatever came.
export type Answer = { status: number; body: any; ms: number }

/** What is asked of a server. The address is told by a header, as a proxy does. */
export type Asking = { path: string; address: string; method?: string; body?: object; token?: string }

/** Asks over a connection that stays open, and answers how many milliseconds it took. */
export function ask(url: string, { path, address, method = "POST", body, token }: Asking): Promise<Answer> {
  const sent = body && JSON.stringify(body)
  const headers = {
    "x-forwarded-for": address,
    ...(sent && { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const begun = millis()
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { method, headers, agent }, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (piece: string) => (text += piece))
      response.on("end", () => {
        const isJson = response.headers["content-type"]?.includes("json")
        const ms = millis() - begun
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text, ms })
      })
    })
    asked.on("error", reject)
    asked.end(sent)
  })
}

/** A Twilio of our own, which takes every message at once, and tells the PIN of the next one to a phone. */
export async function twilio(): Promise<{ url: string; pinFor(phone: string): Promise<string>; close(): void }> {
  const pins = new Map<string, string>()
  const waiting = new Map<string, (pin: string) => void>()
  const server = createServer((message, answer) => {
    let text = ""
    message.on("data", (piece) => (text += piece))
    message.on("end", () => {
      const form = new URLSearchParams(text)
      const phone = form.get("To") ?? ""
      const pin = /\b(\d{6})\b/.exec(form.get("Body") ?? "")?.[1] ?? ""
      const waits = waiting.get(phone)
      if (waits) waits(pin)
      else pins.set(phone, pin)
      answer.writeHead(201, { "content-type": "application/json" })
      answer.end(
        JSON.stringify({
          sid: `SM${process.hrtime.bigint().toString().padStart(32, "0")}`,
          status: "queued",
          price: null,
        }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
    pinFor(phone) {
      const pin = pins.get(phone)
      pins.delete(phone)
      if (pin) return Promise.resolve(pin)
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("No message came within five seconds.")), 5000)
        waiting.set(phone, (found) => {
          clearTimeout(late)
          waiting.delete(phone)
          resolve(found)
        })
      })
    },
  }
}
