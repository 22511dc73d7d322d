import type { Fault } from "../fault"
import { app } from "./app"
import { disks } from "./disks"
import { outsideFaults } from "./outside"
import { postgres } from "./postgres"
import { redis } from "./redis"
import { release } from "./release"
import { several } from "./several"

/** Every fault that is tried, in the order of the table. */
export const faults: readonly Fault[] = [
  ...app,
  ...postgres,
  ...redis,
  ...outsideFaults,
  ...several,
  ...release,
  ...disks,
]
