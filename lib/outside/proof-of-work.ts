import { type Challenge, createChallenge, verifySolution } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/scrypt"
import { z } from "zod"
import { hardest, type Work } from "@/lib/firewall/work"
import type { Key, KeyRing } from "@/lib/keys/key-ring"
import { after, minutes } from "@/lib/time"

/** How long a puzzle can be answered. */
export const puzzleLife = minutes(5)

/** scrypt's N of the easiest puzzle: with blocks of 8 it takes 4 MiB, and the hardest 32 MiB. */
const easiest = 2 ** 12
const blockSize = 8

/** Keys that begin with this hexadecimal digit are a solution: one in sixteen. */
const prefix = "0"

const hex = z.string().regex(/^[0-9a-f]+$/)
const answered = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal("SCRYPT"),
      nonce: hex,
      salt: hex,
      cost: z.int(),
      memoryCost: z.int(),
      keyLength: z.int(),
      keyPrefix: hex,
      data: z.strictObject({ about: z.string(), until: z.int(), key: z.string() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
})

const json = z
  .string()
  .max(2048)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue("is no JSON")
      return z.NEVER
    }
  })

/**
 * ALTCHA's proof of work (version 2) with scrypt (RFC 7914), which takes memory, so that a graphics card is little better at it than a
 * phone. The library's clock is the machine's: a puzzle carries its end by ours.
 */
export const proofOfWork = (keys: KeyRing): Work => ({
  async pose(about, hardness, now) {
    const { current } = keys
    const challenge = await createChallenge({
      algorithm: "SCRYPT",
      cost: easiest * 2 ** Math.min(hardest, Math.max(0, hardness)),
      memoryCost: blockSize,
      keyPrefix: prefix,
      data: { about, until: after(now, puzzleLife).getTime(), key: current.id },
      deriveKey,
      hmacSignatureSecret: secretOf(current),
    })
    return JSON.stringify(challenge)
  },
  async check(answer, about, now, spend) {
    const read = json.pipe(answered).safeParse(answer)
    if (!read.success) return false
    const { challenge, solution } = read.data
    const { data, nonce } = challenge.parameters
    const key = keys.find(data.key)
    if (!key || data.about !== about || data.until <= now.getTime()) return false
    const { verified } = await verifySolution({
      challenge: challenge as Challenge,
      solution,
      hmacSignatureSecret: secretOf(key),
      // The library derives a key once the signature holds, and not before.
      deriveKey: async (...asked) => ((await spend(nonce)) ? deriveKey(...asked) : nothing),
    })
    return verified
  },
})

/** No key begins like this one, which has no digit. */
const nothing = { derivedKey: new Uint8Array() }

const secretOf = (key: Key): string => key.derive("proof-of-work").toString("base64")
