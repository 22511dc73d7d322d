import { alerts } from "@/lib/alerts"
import type { LimitsPolicy } from "@/lib/firewall/books/budget"
import type { BooksNews } from "@/lib/firewall/books/news"
import { firewallPolicy } from "@/lib/firewall/policy"
import { localServer } from "@/lib/testing/local-server"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

/** What alerts are signed with. */
export const alertSecret = `whsec_${Buffer.from("a secret of at least twenty-four bytes").toString("base64")}`

/** A receiver that answers so, one after the other and then 204, and processes that send to it on one database. */
export async function alertReceiver({ answers = [] as number[], now = () => new Date("2026-03-10T12:30:00Z") } = {}) {
  const left = [...answers]
  const { url, seen } = await localServer((_, response) => void response.writeHead(left.shift() ?? 204).end())
  const db = await testDatabase({ empty: true })
  const warned: string[] = []
  const process = (policy: LimitsPolicy = firewallPolicy) => {
    const made = alerts({
      ...{ db, now, origin: "https://latchkey.example" },
      webhook: { url, secret: alertSecret, timeout: seconds(5), waits: [1, 1, 1] },
      warn: (event) => warned.push(event),
    })
    return { ...made, hear: (news: BooksNews) => made.hear(news, policy) }
  }
  const bodies = () => seen.map(({ body }) => JSON.parse(body))
  return { process, seen, bodies, warned }
}
