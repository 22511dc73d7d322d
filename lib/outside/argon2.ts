import { availableParallelism } from "node:os"
import type { Options } from "@node-rs/argon2"
import pLimit from "p-limit"
import type { Passwords } from "@/lib/account/password"
import { newToken } from "@/lib/outside/chance"

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. The library's algorithm is argon2id. */
export const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options

/** How many passwords are hashed at once, and how many are there at all, those that wait included. */
export type Room = { atOnce: number; most: number }

/** Node hashes on 4 threads, and more at once than there are processors end no sooner. The last in line waits for about half a second. */
const atOnce = Math.min(4, availableParallelism())
const argon2Room: Room = { atOnce, most: 16 * atOnce }

/** It is loaded by the first password: most of what we serve has none. */
const library = () => import("@node-rs/argon2")

/** Passwords by argon2id. The same work is done for an account that is not there: on the hash of a word that nobody knows. */
export function argon2(cost: Options = argon2Cost, room: Room = argon2Room): Pick<Passwords, "hash" | "matches"> {
  const turn = pLimit(room.atOnce)
  let inside = 0
  let nobody: Promise<string> | undefined

  async function inTurn<T>(work: () => Promise<T>): Promise<T | "busy"> {
    if (inside >= room.most) return "busy"
    inside += 1
    return turn(work).finally(() => {
      inside -= 1
    })
  }
  return {
    hash: (password) => inTurn(async () => (await library()).hash(password, cost)),
    matches: (kept, password) =>
      inTurn(async () => {
        const { hash, verify } = await library()
        // Waited for by everybody, so that the first stranger is not the one who pays for it.
        nobody ??= hash(newToken(), cost)
        const against = await nobody
        const same = await verify(kept ?? against, password)
        return same && kept !== undefined
      }),
  }
}
