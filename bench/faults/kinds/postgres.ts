import { setTimeout as sleep } from "node:timers/promises"
import type { Fault } from "../fault"

/** What can happen to Postgres. */
export const postgres: Fault[] = [
  {
    name: "Postgres killed",
    async strike({ ground: { database } }) {
      await database.kill()
      await sleep(2000)
      await database.start()
    },
  },
  {
    name: "Postgres restarted",
    async strike({ ground: { database } }) {
      await database.stop()
      await database.start()
    },
  },
  {
    name: "Postgres frozen for 9 s",
    isShort: true,
    async strike({ ground: { database } }) {
      database.freeze()
      await sleep(9000)
      database.thaw()
    },
  },
]
