import { BlockForm } from "@/components/console/block-form"
import { Table } from "@/components/console/table"
import type { ConsoleView } from "@/lib/web/console/view"
import { countryName, money, priceOfEach, share } from "@/lib/web/console/words"

/** What each country cost, and a hand on it. */
export function ByCountry({ view: { countries, list }, words }: { view: ConsoleView; words: string }) {
  const blocked = new Set(list.filter(({ effect }) => effect === "block").map(({ value }) => value))
  return (
    <div className="breakdown">
      <h3>By country</h3>
      {countries.length === 0 ? (
        <p className="empty">Nothing was asked for in {words}.</p>
      ) : (
        <Table
          name={`By country, in ${words}`}
          heads={["Country", "Spent", "Sent", "Verified", "A sign-in costs", "Refused", "By hand"]}
          rows={countries.map(({ country, sent, verified, refused, spent }) => ({
            key: country,
            name: countryName(country),
            cells: [
              ...[money(spent), sent, share(verified, sent), priceOfEach(spent, verified), refused],
              blocked.has(country) ? (
                <a key="list" href="#list">
                  Blocked
                </a>
              ) : (
                <BlockForm key="block" numbers={country} name={countryName(country)} />
              ),
            ],
          }))}
        />
      )}
    </div>
  )
}
