/** The wait between two text messages for one subject to one target, such as a phone. */
export type Cooldowns = {
  /**
   * Starts the next wait, twice as long as the one before, if none is running; answers whether it won and until when the
   * wait runs. Each target has its own, so that a corrected phone need not wait out the first one's.
   */
  start(subject: string, target: string, now: Date): Promise<{ won: boolean; until: Date }>
  /** Takes back the start that runs until `until`: nothing was sent. */
  release(subject: string, target: string, until: Date, now: Date): Promise<void>
}
