import { onPostgres } from "./faults/fault"
import { faults } from "./faults/kinds/all"
import { suffer } from "./faults/suffer"
import { head, line } from "./faults/table"
import { ground } from "./faults/world"

const only = process.argv.slice(2)
const t = () => (process.hrtime.bigint() / 1000000n).toString()
console.log(t())
const g = await ground()
console.log(t(), "ground")
console.log(head)
for (const f of faults)
  if (only.some((o) => f.name.includes(o))) {
    const fault = {
      ...f,
      setting: async (x: any) => {
        const s = await (f.setting ?? onPostgres)(x)
        return {
          ...s,
          atOnce: { ...s.atOnce, ordinary: 1, pressed: 1, ...(s.atOnce?.newcomers ? { newcomers: 1 } : {}) },
        }
      },
    }
    try {
      const s = await suffer(fault, g)
      console.log(t(), line(f.name, s), s.wrong)
    } catch (e) {
      console.log(t(), f.name, e)
    }
  }
await g.remove()
process.exit(0)
