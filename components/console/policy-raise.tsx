import type { EventView, PolicyView } from "@/lib/web/console/policy-view"
import { eventWords } from "@/lib/web/console/policy-words"
import { countryName, dayAndTimeOf, money } from "@/lib/web/console/words"

type Props = { event: EventView; ceiling: number; whitelabels: PolicyView["whitelabels"] }

/** What an event is, and what it raises while it is on. */
export function PolicyRaise({ event: { event, raise }, ceiling, whitelabels }: Props) {
  const nameOf = (id: number | string) =>
    whitelabels.find((one) => String(one.id) === String(id))?.name ?? `whitelabel ${id}`
  const budgets = raise.budgets.map((name) => {
    const [kind, id = ""] = name.split(":")
    return kind === "all" ? "all messages" : kind === "country" ? countryName(id) : nameOf(id)
  })
  return (
    <>
      <p className="record-name">
        {event.name}: {eventWords(event, nameOf)}
      </p>
      <p>
        {dayAndTimeOf(event.from)} to {dayAndTimeOf(event.until)} UTC.
      </p>
      <p className="hint">
        Meanwhile the budgets of {budgets.join(", ")} hold {money(raise.money)} more, never above{" "}
        {money(ceiling * 1_000_000)} a day, and newcomers at home may leave {money(raise.unverified)} more unverified.
        {event.kind === "country" && " The country gets messages, and is judged as home is."}
      </p>
    </>
  )
}
