import type { Books } from "@/lib/firewall/books/books"
import { changeMode, everyone, type Level, type Mode } from "@/lib/firewall/books/mode"

/**
 * Holds the attack mode at a level until it is let go; without a level, lets it go. From there it works by itself again: it
 * rises at once if it must, and falls step by step. Answers the mode in force.
 */
export const pinMode = (level: Level | undefined, books: Books, now: Date): Promise<Mode> =>
  books.within({ exposures: [everyone] }, now, (open) => {
    if (level === undefined && !open.mode.pinned) return open.mode
    const mode: Mode = { level: level ?? open.mode.level, since: now, pinned: level !== undefined }
    changeMode(mode, { by: "operator" }, open, now)
    return mode
  })
