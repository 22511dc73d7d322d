import { systemNow } from "@/lib/outside/clock"
import { fillWithAttackedMonth } from "./attacked-month"

// Fills the database in a folder, for a server that starts on it afterwards.
const [folder] = process.argv.slice(2)
if (!folder) throw new Error("Name the folder: npx tsx sheet/fill.ts .data/sheet")
await fillWithAttackedMonth(folder, systemNow())
