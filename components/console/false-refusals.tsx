import { Table } from "@/components/console/table"
import type { FalseRefusal, NumbersView } from "@/lib/web/console/numbers-view"
import { countryName, dayAndTimeOf, ruleWords, share } from "@/lib/web/console/words"

/** Who was refused and verified within a day all the same. */
export function FalseRefusals({ view: { wronged }, words }: { view: NumbersView; words: string }) {
  const { refused, verified, byRule, newest } = wronged
  return (
    <>
      <p>
        {refused === 0
          ? `Nobody was refused in ${words} whose phone we know.`
          : `${verified} of ${refused} people who were refused in ${words} (${share(verified, refused)}) asked again and verified within a day.`}
      </p>
      <p className="hint">
        A phone is a person. Those whom we lost do not come back, so this is the least that it can be. A wait between
        two texts is not counted, nor is who was refused before they named a phone.
      </p>
      {byRule.length > 0 && (
        <Table
          name={`False refusals by rule, in ${words}`}
          heads={["Rule", "Verified, refused", "Share", "People refused"]}
          rows={byRule.map((rule) => ({
            key: rule.rule,
            name: ruleWords(rule.rule),
            cells: [rule.verified, share(rule.verified, rule.refused), rule.refused],
          }))}
        />
      )}
      {newest.length > 0 && (
        <Table
          name={`The newest false refusals, in ${words}`}
          heads={["Refused (UTC)", "Rule", "Times", "Number", "Country", "Verified (UTC)", "From"]}
          words={["Rule", "Number", "Country", "Verified (UTC)", "From"]}
          rows={newest.map((one) => ({
            key: `${one.id} ${one.rule}`,
            name: dayAndTimeOf(one.at),
            cells: cellsOf(one),
          }))}
        />
      )}
    </>
  )
}

const cellsOf = ({ rule, count, prefix, country, verifiedAt, isElsewhere }: FalseRefusal) => [
  ...[ruleWords(rule), count, prefix ? `${prefix}…` : "–", country ? countryName(country) : "–"],
  ...[dayAndTimeOf(verifiedAt), isElsewhere ? "Another network" : "The same network"],
]
