import type { Decision } from "@/lib/firewall/ledger/ledger"
import { testAuth } from "@/lib/testing/test-auth"

const plain: Decision = {
  ...{
    id: "",
    at: new Date(0),
    realm: "handbid",
    verb: "register",
    channel: "sms",
    client: "web",
    whitelabelId: 1,
    to: "newcomer",
  },
  asNewcomer: true,
  whose: "stranger",
  ...{ lane: "trusted", captcha: "good", country: "US", prefix: "+130355", block: "b", phone: "p", recipient: null },
  ...{
    network: "n",
    place: "203.0.113.0/24",
    isRepeat: false,
    level: 0,
    verdicts: [],
    opinion: null,
    assessment: null,
    refusedBy: null,
  },
  ...{ outcome: "accepted", price: 8000, reserved: 8000, finalPrice: null, sender: null, messageId: null },
  verifiedAt: null,
  charged: [],
}

/** An empty ledger to write into. `ago` is how old a decision is. */
export async function testLedger() {
  const auth = await testAuth({ startAt: new Date("2026-03-10T12:30:00Z") })
  let count = 0
  const write = async (ago: number, changes: Partial<Decision> = {}) => {
    count += 1
    const at = new Date(auth.now().getTime() - ago)
    const decision = { ...plain, id: `d${String(count).padStart(4, "0")}`, at, ...changes }
    await auth.core.firewall.books.within({}, at, (books) => books.record(decision))
  }
  const refuse = (ago: number, refusedBy: string, changes: Partial<Decision> = {}) =>
    write(ago, { outcome: "refused", reserved: 0, refusedBy, ...changes })
  const since = (ago: number) => new Date(auth.now().getTime() - ago)
  return { auth, console: auth.core.console, write, refuse, since }
}
