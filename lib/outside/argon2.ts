import { hash, type Options, verify } from "@node-rs/argon2"
import type { Passwords } from "@/lib/account/password"
import { newToken } from "@/lib/outside/chance"

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. The library's algorithm is argon2id. */
export const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options

/** Passwords by argon2id. The same work is done for an account that is not there: on the hash of a word that nobody knows. */
export function argon2(cost: Options = argon2Cost): Pick<Passwords, "hash" | "matches"> {
  let nobody: Promise<string> | undefined
  return {
    hash: (password) => hash(password, cost),
    async matches(kept, password) {
      // Waited for by everybody, so that the first stranger is not the one who pays for it.
      nobody ??= hash(newToken(), cost)
      const against = await nobody
      const same = await verify(kept ?? against, password)
      return same && kept !== undefined
    },
  }
}
