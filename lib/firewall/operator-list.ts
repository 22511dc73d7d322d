/** What an operator decided by hand: a country or the beginning of numbers that is blocked or allowed. */
export type ListEntry = { kind: "country" | "prefix"; value: string; effect: "block" | "allow"; addedAt: Date }

/** All of them. The list is short: it is read whole. */
export type OperatorList = readonly ListEntry[]

/** Where the list is kept. Of two entries for one value the newer stands. */
export type OperatorLists = {
  read(): Promise<OperatorList>
  put(entry: ListEntry): Promise<void>
  remove(entry: Pick<ListEntry, "kind" | "value">): Promise<void>
}

/** What the list says of a number's country and digits: the longest prefix wins, and a prefix wins over its country. */
export function listedAs(list: OperatorList, country: string | undefined, number: string): ListEntry | undefined {
  const matches = list.filter(({ kind, value }) => (kind === "country" ? value === country : number.startsWith(value)))
  const weight = ({ kind, value }: ListEntry) => (kind === "country" ? 0 : value.length)
  return matches.sort((one, other) => weight(other) - weight(one))[0]
}

/** What the list says of a message. Where the number is not known any more, its coarse prefix has to do. */
export const listedFor = ({ country, number, prefix }: Listable, list: OperatorList): ListEntry | undefined =>
  listedAs(list, country, number ?? prefix)
type Listable = { country: string | undefined; number?: string | undefined; prefix: string }
