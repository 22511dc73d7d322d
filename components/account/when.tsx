import type { Moment } from "@/lib/web/moments"

/** An instant as people read it: how long ago, and when by their clock. */
export const When = ({ at: { at, clock, ago } }: { at: Moment }) => <time dateTime={at}>{`${ago}, ${clock}`}</time>

/** The same in the middle of a sentence. */
export const WhenByClock = ({ at: { at, clock } }: { at: Moment }) => <time dateTime={at}>{clock}</time>
