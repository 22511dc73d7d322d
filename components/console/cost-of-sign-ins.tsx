import { BlockCell } from "@/components/console/block-cell"
import { Table } from "@/components/console/table"
import type { NumbersView } from "@/lib/web/console/numbers-view"
import { countryName, money, priceOfEach, share } from "@/lib/web/console/words"

const figures = ["Spent", "A sign-in costs", "Sent", "Verified", "Refused", "By hand"]

/** What a verified sign-in costs, by country and by the 100,000 numbers around it. */
export function CostOfSignIns({ view: { countries, prefixes, blocked }, words }: { view: NumbersView; words: string }) {
  if (countries.length === 0) return <p className="empty">Nothing was asked for in {words}.</p>
  return (
    <>
      <Table
        name={`A sign-in's cost by country, in ${words}`}
        heads={["Country", ...figures]}
        rows={countries.map(({ country, ...traffic }) => ({
          key: country,
          name: countryName(country),
          cells: [
            ...cellsOf(traffic),
            <BlockCell key="block" numbers={country} name={countryName(country)} blocked={blocked} />,
          ],
        }))}
      />
      <Table
        name={`A sign-in's cost by prefix, in ${words}`}
        heads={["Prefix", "Country", ...figures]}
        words={["Country"]}
        rows={prefixes.map(({ prefix, country, ...traffic }) => ({
          key: prefix,
          name: `${prefix}…`,
          cells: [
            countryName(country),
            ...cellsOf(traffic),
            <BlockCell key="block" numbers={prefix} name={`${prefix}…`} blocked={blocked} />,
          ],
        }))}
      />
    </>
  )
}

const cellsOf = ({ spent, verified, sent, refused }: Omit<NumbersView["countries"][number], "country" | "asked">) => [
  ...[money(spent), priceOfEach(spent, verified), sent, share(verified, sent), refused],
]
