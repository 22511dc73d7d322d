import { setTimeout as sleep } from "node:timers/promises"
import { type Fault, onPostgres } from "../fault"
import type { Manner } from "../outside"
import type { Setting } from "../world"

const manners: Record<Exclude<Manner, "well">, string> = {
  silent: "silent",
  drips: "answers a byte at a time",
  fails: "answers 500",
  gone: "takes no connection",
}

type Asked = "messages" | "lookups" | "siteverify"

const badly = (name: string, service: Asked, more: Omit<Setting, "place"> = {}): Fault[] =>
  Object.entries(manners).map(([manner, how]) => ({
    name: `${name} ${how}`,
    ...(service === "messages" && manner === "silent" && { isShort: true }),
    // Without siteverify everybody takes the strict lane, and only numbers that are new are looked up: people with an account get in.
    ...(service !== "messages" && { isUnnoticed: true }),
    setting: (ground) => onPostgres(ground, more),
    async strike({ outside }) {
      await outside.behave(service, manner as Manner)
      await sleep(6000)
      await outside.behave(service, "well")
    },
  }))

/** What can happen to those whom we ask over the internet. Look-ups are Twilio's, so that they have a server of their own here. */
export const outsideFaults: Fault[] = [
  ...badly("Twilio", "messages"),
  ...badly("siteverify", "siteverify", { captchas: true, atOnce: { captchas: true } }),
  ...badly("Lookup", "lookups", { env: { TWILIO_LOOKUP: "on" }, atOnce: { newcomers: 4 } }).filter(
    ({ name }) => !name.endsWith(manners.gone),
  ),
]
