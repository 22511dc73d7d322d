import type { Channels } from "@/lib/delivery/channel"
import { hours, minutes } from "@/lib/time"
import { crowd, freshNetworks } from "./poison"
import { inOrder, type TraceLine } from "./trace"
import type { Make, World } from "./world"

const home = ["US", "CA", "GB", "HK"]
const withWhatsapp = { channels: ["sms", "whatsapp"] satisfies Channels } as const

/** What a minute of a call is supposed to cost; WhatsApp costs what it does by default, which is the dearest that there is. */
const calls = { voice: { US: 0.014, CA: 0.014, GB: 0.03, HK: 0.045, "*": 0.2 } }

const attack = ({ day }: World) => ({ from: day.from + hours(2), to: day.from + hours(22) })
const by = (channel: Channels[number], lines: readonly TraceLine[]) =>
  lines.map((line): TraceLine => ({ ...line, channel }))

/** People whose texts are held up take the button that the page offers beside the refusal. */
const taking = (lines: readonly TraceLine[]) =>
  lines.map((line): TraceLine => (line.label === "human" ? { ...line, otherwise: "whatsapp" } : line))

/** The other channels: those who burn money there, and people whom they let in. */
export const otherWays: Record<string, Make> = {
  "whatsapp-burnt": (world) => ({
    lines: by("whatsapp", freshNetworks(world.random, home, 6000, attack(world))),
    ...withWhatsapp,
  }),
  "calls-burnt": (world) => ({
    lines: by("voice", freshNetworks(world.random, [...home, "BD", "LK"], 6000, attack(world))),
    channels: ["sms", "voice"],
    channelPrices: calls,
  }),
  "fresh-home-whatsapp": (world) => ({
    lines: freshNetworks(world.random, home, 6000, attack(world)),
    change: taking,
    ...withWhatsapp,
  }),
  "both-burnt": (world) => {
    const texts = freshNetworks(world.random, home, 6000, attack(world))
    const messages = freshNetworks(world.random, home, 6000, attack(world))
    const again = messages.map((line) => ({ ...line, email: `other.${line.email}` }))
    return { lines: [...texts, ...by("whatsapp", again)], change: taking, ...withWhatsapp }
  },
}

/** A carrier loses every text to Britain for two hours. Whoever gets none takes WhatsApp a minute later. */
export const textsLost: Make = ({ people, day }) => {
  const [from, to] = [day.from + hours(9), day.from + hours(11)]
  const loses = (e164: string, at: number) => e164.startsWith("+44") && at >= from && at < to
  const lines = crowd(240, { from: from - hours(1), to: to + hours(3) }, (_, at) =>
    people.join(people.newPerson(undefined, "GB"), at),
  )
  const change = (all: readonly TraceLine[]) => {
    const last = new Map<string, TraceLine>()
    const changed = all.flatMap((line): TraceLine[] => {
      const asked = last.get(line.email)
      if (line.op !== "verify") last.set(line.email, line)
      if (line.op !== "verify" || !asked || !loses(asked.phone, asked.at)) return [line]
      const again = { ...asked, op: "resend", at: asked.at + minutes(1), channel: "whatsapp" } as const
      return [again, { ...line, at: line.at + minutes(2) }]
    })
    return inOrder(changed)
  }
  return { lines, loses, change, ...withWhatsapp }
}
