import { setTimeout as sleep } from "node:timers/promises"
import type { Fault } from "../fault"
import { redisCli } from "../services"

/** What can happen to Redis. */
export const redis: Fault[] = [
  {
    name: "Redis killed",
    isShort: true,
    async strike({ ground: { redis } }) {
      await redis.kill()
      await sleep(2000)
      await redis.start()
    },
  },
  {
    name: "Redis emptied",
    isUnnoticed: true,
    strike: async ({ ground: { redis } }) => redisCli(new URL(redis.url).port, "FLUSHALL"),
  },
  {
    name: "Redis frozen for 10 s",
    async strike({ ground: { redis } }) {
      redis.freeze()
      await sleep(10_000)
      redis.thaw()
    },
  },
]
