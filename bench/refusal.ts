// Does a refused request cost less than half of an admitted one? CPU time of this process, the database included, for each of
// some hundred registrations: `npm run bench:refusal -- 300`

import { noteVerified } from "@/lib/firewall/ledger/verified"
import { goodToken, google } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { closeTestDatabase } from "@/lib/testing/test-database"

type Body = { mobile: string; countryCode: string; captchaToken?: string }
type Kind = { name: string; address: (index: number) => string; body: (index: number) => Body; verified?: true }

const anywhere = (index: number) => `10.${index % 250}.${index >> 8}.1`
const spread = (index: number) =>
  `+1${[201, 303, 415, 512, 617, 718][index % 6]}${200 + ((index * 7) % 700)}${4000 + index}`
const dear = (index: number) => `+88018${String(10_000_000 + index * 3_000_017).slice(-8)}`

const kinds: Kind[] = [
  {
    name: "admitted",
    address: anywhere,
    body: (index) => ({ mobile: spread(index), countryCode: "US", captchaToken: goodToken() }),
    verified: true,
  },
  {
    name: "address budget",
    address: () => "198.51.100.7",
    body: (index) => ({ mobile: spread(index), countryCode: "US" }),
  },
  {
    name: "breaker",
    address: anywhere,
    body: (index) => ({ mobile: dear(index), countryCode: "BD", captchaToken: goodToken() }),
  },
  {
    name: "neighbourhood",
    address: anywhere,
    body: (index) => ({ mobile: `+1303555${4000 + (index % 1000)}`, countryCode: "US", captchaToken: goodToken() }),
  },
]

/** Milliseconds of CPU for each request. The first twenty only warm up and bring the limits to where they refuse. */
async function measure(kind: Kind, auth: TestAuth, count: number): Promise<{ spent: number; statuses: number[] }> {
  const statuses = new Set<number>()
  let spent = 0
  for (let index = 0; index < count + 20; index++) {
    const about = kind.body(index)
    const email = `pat${index}@example.com`
    const body = { firstname: "Pat", lastname: "Lee", email, ...about }
    const before = process.cpuUsage()
    const { status } = await auth.call("register", { body, address: kind.address(index) })
    const { user, system } = process.cpuUsage(before)
    // What was verified leaves room, so that the next one is admitted too.
    const right = { realm: "handbid", subject: email, phone: about.mobile, network: "", issuedAt: auth.core.now() }
    if (kind.verified) await noteVerified(right, auth.core)
    await auth.settled()
    if (index < 20) continue
    spent += (user + system) / 1000
    statuses.add(status)
  }
  return { spent: spent / count, statuses: [...statuses] }
}

const count = Number(process.argv[2] ?? 300)
let whole = 0
for (const kind of kinds) {
  const { spent, statuses } = await measure(kind, await testAuth({ captcha: google, countries: "all" }), count)
  whole ||= spent
  const part = `${((100 * spent) / whole).toFixed(0)}%`
  console.log(`${kind.name.padEnd(16)} ${statuses.join(", ").padEnd(8)} ${spent.toFixed(2)} ms  ${part.padStart(4)}`)
}
await closeTestDatabase()
