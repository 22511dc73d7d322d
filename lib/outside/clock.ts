/** The machine's clock. */
export const systemNow = (): Date => new Date()
