import { spans } from "@/lib/web/console/query"
import type { BudgetView, ConsoleView } from "@/lib/web/console/view"
import { levelWords, money, priceOfEach, share, timeOf } from "@/lib/web/console/words"

/** The figures to look at first. Only what today cost is read out when it changes. */
export function Headline({ view }: { view: ConsoleView }) {
  const { today, mode, saved, query, enforces } = view
  return (
    <ul className="figures">
      <li className="figure-main">
        <h2>Spent today</h2>
        <p className="amount" aria-live="polite">
          <span className="visually-hidden">Spent today: </span>
          {money(today.spent)}
        </p>
        <p className="hint">
          {today.sent} sent, {share(today.verified, today.sent)} verified
        </p>
      </li>
      <MonthFigure view={view} />
      <SignInFigure view={view} />
      {view.budgets.map((budget) => (
        <BudgetFigure key={budget.name} budget={budget} />
      ))}
      <li>
        <h2>Attack mode</h2>
        <p className="amount">
          {mode.level}
          {mode.pinned && <span className="badge">Pinned</span>}
        </p>
        <p className="hint">{levelWords[mode.level]}</p>
      </li>
      <li>
        <h2>{enforces ? "Not spent" : "Would not be spent"}</h2>
        <p className="amount">{money(enforces ? saved.firewall : saved.missed)}</p>
        <p className="hint">
          In {spans[query.span].words}, by the firewall&apos;s rules. <a href="#saved">How it is counted</a>
        </p>
      </li>
      <WithoutTextFigure heading="Saved by passkeys" {...view.passkeys} />
      <WithoutTextFigure heading="Saved by trusted devices" {...view.trusted} />
    </ul>
  )
}

function WithoutTextFigure({ heading, signIns, saved }: { heading: string } & ConsoleView["trusted"]) {
  if (signIns === 0) return null
  return (
    <li>
      <h2>{heading}</h2>
      <p className="amount">{money(saved)}</p>
      <p className="hint">
        {signIns} {signIns === 1 ? "sign-in" : "sign-ins"} in 30 days without a text message
      </p>
    </li>
  )
}

function MonthFigure({ view: { month, forecast } }: { view: ConsoleView }) {
  return (
    <li>
      <h2>This month</h2>
      <p className="amount">
        {money(month.spent)} {forecast && <small>about {money(forecast.month)} by its end</small>}
      </p>
      <p className="hint">
        {forecast
          ? `If each day left costs ${money(forecast.day)}, the average of the last ${forecast.from === 1 ? "whole day" : `${forecast.from} whole days`}`
          : "A forecast follows after the first whole day"}
      </p>
    </li>
  )
}

function SignInFigure({ view: { month, whole } }: { view: ConsoleView }) {
  return (
    <li>
      <h2>A sign-in costs</h2>
      <p className="amount">{priceOfEach(month.spent, month.verified)}</p>
      <p className="hint">
        All that was spent this month, over its {month.verified} verified sign-ins. In 30 days:{" "}
        {priceOfEach(whole.spent, whole.verified)}
      </p>
    </li>
  )
}

function BudgetFigure({ budget: { name, spent, limit, newcomers, endsAt } }: { budget: BudgetView }) {
  const part = Math.min(100, limit > 0 ? (spent / limit) * 100 : 0)
  const state = spent >= newcomers ? "full" : spent >= newcomers / 2 ? "filling" : "calm"
  return (
    <li>
      <h2>{name === "hour" ? "Budget this hour" : "Budget today"}</h2>
      <p className="amount">
        {money(spent)} <small>of {money(limit)}</small>
      </p>
      <svg
        className={`bar ${state}`}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="bar-room" width="100" height="4" />
        <rect className="bar-spent" width={part.toFixed(2)} height="4" />
        <rect className="bar-mark" x={((newcomers / limit) * 100).toFixed(2)} width="0.6" height="4" />
      </svg>
      <p className="hint">
        {state === "full" ? "Closed to newcomers, who" : "Newcomers"} may use {money(newcomers)}. It ends at{" "}
        {timeOf(endsAt).slice(0, 5)} UTC
      </p>
    </li>
  )
}
