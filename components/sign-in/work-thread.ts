import { scryptAsync } from "@noble/hashes/scrypt.js"
import { type Challenge, type DeriveKeyFunction, solveChallenge } from "altcha-lib"

/** scrypt in script: WebCrypto has none, and WebAssembly would want a hole in the Content-Security-Policy. */
const deriveKey: DeriveKeyFunction = async ({ cost, memoryCost = 8, keyLength }, salt, password) => ({
  derivedKey: await scryptAsync(password, salt, { N: cost, r: memoryCost, p: 1, dkLen: keyLength }),
})

// The whole thread is one puzzle: whoever gives up ends the thread.
self.onmessage = async ({ data }: MessageEvent<string>) => {
  const challenge: Challenge = JSON.parse(data)
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null)
  self.postMessage(solution ? JSON.stringify({ challenge, solution }) : "")
}
