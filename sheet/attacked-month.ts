import { rm } from "node:fs/promises"
import { openDatabase } from "@/lib/store/database"
import { after, days, hours } from "@/lib/time"
import { flood, inRows, proxies, solved } from "../bench/simulate/attacks"
import { drive } from "../bench/simulate/drive"
import { peopleOf } from "../bench/simulate/people"
import { randomFrom } from "../bench/simulate/random"
import { inOrder } from "../bench/simulate/trace"

/**
 * Lets the real firewall judge a month of ordinary people that ends in an attack, into the database of this folder: what a
 * console looks like on the day on which somebody needs it. What was there is removed.
 */
export async function fillWithAttackedMonth(folder: string, now: Date): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const database = await openDatabase({ folder, now })
  const random = randomFrom("an attacked month")
  const people = peopleOf(random)
  const from = after(now, -days(30)).getTime()
  const attack = { from: after(now, -hours(9)).getTime(), to: now.getTime() }
  const bots = { ...attack, ip: proxies(300, random), captcha: solved(random) }
  const lines = [
    ...people.ordinary(20, from, now.getTime()),
    ...flood({ ...bots, attempts: 700, phone: inRows("GB") }),
    ...flood({ ...bots, attempts: 200, from: attack.from + hours(3), phone: inRows("BD") }),
  ]
  const inTime = inOrder(lines).filter(({ at }) => at < now.getTime())
  await drive({ name: "an attacked month", lines: inTime }, { database })
  await database.close()
}
