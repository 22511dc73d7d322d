import type { PeopleOf } from "./people"
import type { Random } from "./random"
import type { Trace, TraceLine } from "./trace"

/** What a scenario is made of: the same chance and people for its attack and its ordinary traffic, and the day that it is about. */
export type World = { random: Random; people: PeopleOf; day: { from: number; to: number } }

/** What happens beside ordinary traffic, of which there are so many newcomers a day for so many days. */
export type Scene = {
  lines: TraceLine[]
  days?: number
  ordinary?: number
  /** What befalls everybody's requests. */
  change?: (lines: readonly TraceLine[]) => TraceLine[]
} & Pick<Trace, "loses" | "announced" | "lookUp" | "channels" | "channelPrices">

/** Makes a scenario. */
export type Make = (world: World) => Scene
