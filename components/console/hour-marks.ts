import type { HourView } from "@/lib/web/console/view"
import { timeOf } from "@/lib/web/console/words"

/** What stands below a picture of the last 24 hours. */
export const hourMarks = (hours: HourView[]): string[] => [
  ...[hours[0], hours[12]].flatMap((hour) => (hour ? [timeOf(hour.at).slice(0, 5)] : [])),
  "now, UTC",
]
