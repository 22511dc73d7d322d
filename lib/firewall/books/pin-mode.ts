import type { Books } from "@/lib/firewall/books/books"
import { everyone } from "@/lib/firewall/books/judge-in-books"
import type { Level, Mode } from "@/lib/firewall/books/mode"

/**
 * Holds the attack mode at a level until it is let go; without a level, lets it go. From there it works by itself again: it
 * rises at once if it must, and falls step by step. Answers the mode in force.
 */
export const pinMode = (level: Level | undefined, books: Books, now: Date): Promise<Mode> =>
  books.within({ exposures: [everyone], budgets: [] }, now, (open) => {
    if (level === undefined && !open.mode.pinned) return open.mode
    const mode: Mode = { level: level ?? open.mode.level, since: now, pinned: level !== undefined }
    open.putMode(mode, { by: "operator" })
    return mode
  })
