import type { Limits } from "@/lib/limits/limits"
import { seconds } from "@/lib/time"

/** Budgets in Redis or Valkey, and how to let go of the connection. */
export type RedisLimits = Limits & { close(): Promise<void> }

// One script is one atomic step. The caller's clock decides, so that a test can move it; Redis' own expiry only tidies up.
const take = `
local now = tonumber(ARGV[1])
for i, key in ipairs(KEYS) do
  local spent, resets = unpack(redis.call("HMGET", key, "spent", "resets"))
  if resets and tonumber(resets) > now and tonumber(spent) >= tonumber(ARGV[2 * i]) then return { i, tonumber(resets) } end
end
for i, key in ipairs(KEYS) do
  local window = tonumber(ARGV[2 * i + 1])
  local resets = redis.call("HGET", key, "resets")
  if not resets or tonumber(resets) <= now then
    redis.call("HSET", key, "spent", 1, "resets", now + window)
    redis.call("PEXPIRE", key, window + 60000)
  else
    redis.call("HINCRBY", key, "spent", 1)
  end
end
return { 0, 0 }`

const giveBack = `
for _, key in ipairs(KEYS) do
  local spent, resets = unpack(redis.call("HMGET", key, "spent", "resets"))
  if resets and tonumber(resets) > tonumber(ARGV[1]) then
    redis.call("HSET", key, "spent", math.max(0, tonumber(spent) - tonumber(ARGV[2])))
  end
end
return 0`

/**
 * Budgets in Redis. A command that gets no answer within a second throws, and while the connection is down so does
 * every command at once: whoever asks decides whether that is a yes or a no.
 */
export function limitsInRedis(url: string, warn: (problem: Error) => void): RedisLimits {
  const making = clientOf(url, warn)
  const connecting = making.then((client) => client.connect()).catch(() => undefined)
  const run = async (script: string, keys: readonly string[], ...args: number[]): Promise<unknown> => {
    const options = { keys: keys.map((key) => `latchkey:limit:${key}`), arguments: args.map(String) }
    return inTime(connecting.then(() => making).then((client) => client.eval(script, options)))
  }
  return {
    async take(asked, now) {
      const keys = asked.map(({ key }) => key)
      const amounts = asked.flatMap(({ quota }) => [quota.points, quota.window])
      const [place, resets] = (await run(take, keys, now.getTime(), ...amounts)) as [number, number]
      const used = asked[place - 1]
      return used ? { taken: false, quota: used.quota, retryAt: new Date(resets) } : { taken: true }
    },
    async giveBack(keys, now, count = 1) {
      if (keys.length > 0) await run(giveBack, keys, now.getTime(), count)
    },
    async close() {
      const client = await making
      client.destroy()
    },
  }
}

/** Redis' library is loaded only where there is a Redis. */
async function clientOf(url: string, warn: (problem: Error) => void) {
  const { createClient } = await import("redis")
  const client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: seconds(2) } })
  client.on("error", warn)
  return client
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
