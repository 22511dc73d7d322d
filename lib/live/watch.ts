import type { Surroundings } from "@/lib/dialects/mount"

type Watch = NonNullable<Surroundings["watch"]>

/** Several that hear of each request, as one. */
export function watchedBy(...watches: readonly (Watch | undefined)[]): Watch {
  const [first, ...rest] = watches.filter((watch) => watch !== undefined)
  if (!first) return () => () => undefined
  if (rest.length === 0) return first
  return (begun) => {
    const told = [first, ...rest].map((watch) => watch(begun))
    return (ended) => {
      for (const tell of told) tell(ended)
    }
  }
}
