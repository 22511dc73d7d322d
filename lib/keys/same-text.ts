import { createHash, timingSafeEqual } from "node:crypto"

/** Whether two texts are the same. The time that it takes tells neither where they differ nor how long they are. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other))

const hash = (text: string) => createHash("sha256").update(text).digest()
