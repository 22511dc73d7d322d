import { createClient } from "redis"
import type { Limits } from "@/lib/limits/limits"
import { seconds } from "@/lib/time"

/** Budgets in Redis or Valkey, and how to let go of the connection. */
export type RedisLimits = Limits & { close(): Promise<void> }

// One script is one atomic step. The caller's clock decides, so that a test can move it; Redis' own expiry only tidies up.
const take = `
local spent, resets = unpack(redis.call("HMGET", KEYS[1], "spent", "resets"))
local now, window, points = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
if not resets or tonumber(resets) <= now then
  redis.call("HSET", KEYS[1], "spent", 1, "resets", now + window)
  redis.call("PEXPIRE", KEYS[1], window + 60000)
  return 0
end
if tonumber(spent) >= points then return tonumber(resets) end
redis.call("HINCRBY", KEYS[1], "spent", 1)
return 0`

const giveBack = `
local spent, resets = unpack(redis.call("HMGET", KEYS[1], "spent", "resets"))
if resets and tonumber(resets) > tonumber(ARGV[1]) then
  redis.call("HSET", KEYS[1], "spent", math.max(0, tonumber(spent) - tonumber(ARGV[2])))
end
return 0`

/**
 * Budgets in Redis. A command that gets no answer within a second throws, and while the connection is down so does
 * every command at once: whoever asks decides whether that is a yes or a no.
 */
export function limitsInRedis(url: string, warn: (problem: Error) => void): RedisLimits {
  const client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: seconds(2) } })
  client.on("error", warn)
  const connecting = client.connect().catch(() => undefined)
  const run = async (script: string, key: string, ...args: number[]) => {
    const options = { keys: [`latchkey:limit:${key}`], arguments: args.map(String) }
    return Number(await inTime(connecting.then(() => client.eval(script, options))))
  }
  return {
    async take(key, { points, window }, now) {
      const resets = await run(take, key, now.getTime(), window, points)
      return resets === 0 ? { taken: true } : { taken: false, retryAt: new Date(resets) }
    },
    async giveBack(key, now, count = 1) {
      await run(giveBack, key, now.getTime(), count)
    },
    async close() {
      client.destroy()
    },
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const tooLate = new Promise<never>((_, reject) => {
    // Timers come before what has arrived: a busy process looks at its socket once more before it calls Redis silent.
    const giveUp = () => setImmediate(() => reject(new Error("Redis did not answer within a second")))
    timer = setTimeout(giveUp, seconds(1))
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
