import { type Handlers, mount, nowhere } from "@/lib/dialects/mount"
import type { Dialect, DialectPath } from "@/lib/dialects/operation"
import { surroundings } from "@/lib/live/surroundings"

/** The route handlers of a dialect's path, for every method: what the path has not is answered 405. */
export const serve = (path: DialectPath): Handlers => mount(path, surroundings)

/** The route handlers for what no path of this dialect takes: its own 404. */
export const serveNowhere = (dialect: Dialect): Handlers => nowhere(dialect, surroundings)
