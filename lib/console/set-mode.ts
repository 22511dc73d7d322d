import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import type { Level } from "@/lib/firewall/books/mode"
import { pinMode } from "@/lib/firewall/books/pin-mode"
import type { Core } from "@/lib/sign-in/core"

/** Pins the attack mode at a level; without one, lets it work by itself again. */
export async function setMode(
  level: Level | undefined,
  operator: Operator,
  core: DeedNeeds & Pick<Core, "firewall">,
): Promise<void> {
  await pinMode(level, core.firewall.books, core.now())
  if (level === undefined) await noteDeed("console-mode-unpinned", "", operator, core)
  else await noteDeed("console-mode-pinned", `level ${level}`, operator, core)
}
