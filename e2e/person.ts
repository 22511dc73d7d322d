import { createHash } from "node:crypto"

/** Somebody who is in no other test: an email, a US mobile number, an address on the network. */
export type Person = { email: string; phone: string; address: string; firstName: string; lastName: string }

/** Makes a person up from the test that they are in, so that a failure can be played again. */
export function personOf(seed: string): Person {
  const bytes = createHash("sha256").update(seed).digest()
  const local = 2_000_000 + (bytes.readUInt32BE(0) % 8_000_000)
  return {
    email: `${bytes.toString("hex", 4, 12)}@example.com`,
    phone: `+1303${local}`,
    address: `10.${bytes[12]}.${bytes[13]}.${bytes[14]}`,
    firstName: "Ada",
    lastName: "Tester",
  }
}
