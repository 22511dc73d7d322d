import { BlockCell } from "@/components/console/block-cell"
import { Table } from "@/components/console/table"
import type { NumbersView, Taker, TakerKind } from "@/lib/web/console/numbers-view"
import { countryName, money } from "@/lib/web/console/words"

const kinds: Readonly<Record<TakerKind, string>> = {
  phone: "One number",
  block: "1,000 numbers in a row",
  prefix: "100,000 numbers in a row",
  network: "One network",
  place: "The networks around one",
}

/** Who took most of the money that nobody verified. */
export function Takers({ view: { takers, blocked }, words }: { view: NumbersView; words: string }) {
  if (takers.length === 0)
    return <p className="empty">Nobody took two texts or more in {words} that were not verified.</p>
  return (
    <Table
      name={`Most unverified money, in ${words}`}
      heads={["Who", "Unverified", "Sent", "Verified", "With an account", "Numbers", "Networks", "By hand"]}
      words={["Numbers", "Networks"]}
      rows={takers.map((taker) => ({
        key: `${taker.kind} ${taker.name}`,
        name: nameOf(taker),
        cells: [
          ...[money(taker.unverified), taker.sent, taker.verified, taker.known],
          ...[numbersOf(taker), taker.place ?? "Several"],
          taker.prefix ? (
            <BlockCell key="block" numbers={taker.prefix} name={`${taker.prefix}…`} blocked={blocked} />
          ) : (
            "–"
          ),
        ],
      }))}
    />
  )
}

/** A number or a network goes by the beginning of its keyed hash: enough to find it again, and nobody can be called by it. */
const nameOf = ({ kind, name }: Taker) =>
  `${kinds[kind]}: ${kind === "prefix" ? `${name}…` : kind === "place" ? name : `#${name}`}`

const numbersOf = ({ prefix, country }: Taker) =>
  prefix ? `${prefix}…` : country ? `Several in ${countryName(country)}` : "Several countries"
