import { writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { clientTypes } from "./types"

await writeFile(fileURLToPath(new URL("../schema.d.ts", import.meta.url)), await clientTypes())
