/** 2015-01-01T00:00:00Z: the 41 bits of time last until 2084. */
const epoch = 1_420_070_400_000n
const numberBits = 22n

/**
 * A Snowflake: 41 bits of milliseconds above the lower 22 bits of a number, in decimal, since JSON's numbers lose such
 * a one. The number comes from the database's sequence, so that two processes would have to make four million in one
 * millisecond to collide.
 */
export function snowflake(at: Date, number: number): string {
  const time = BigInt(at.getTime()) - epoch
  return ((time << numberBits) | (BigInt(number) & ((1n << numberBits) - 1n))).toString()
}

/** When a Snowflake was made. */
export const madeAt = (id: string): Date => new Date(Number((BigInt(id) >> numberBits) + epoch))
