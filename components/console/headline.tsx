import { spans } from "@/lib/web/console/query"
import type { BudgetView, ConsoleView } from "@/lib/web/console/view"
import { levelWords, money, share, timeOf } from "@/lib/web/console/words"

/** The figures to look at first. Only what today cost is read out when it changes. */
export function Headline({ view }: { view: ConsoleView }) {
  const { today, month, mode, saved, query, enforces } = view
  return (
    <ul className="figures">
      <li className="figure-main">
        <h2>Spent today</h2>
        <p className="amount" aria-live="polite">
          <span className="visually-hidden">Spent today: </span>
          {money(today.spent)}
        </p>
        <p className="hint">
          {today.sent} sent, {share(today.verified, today.sent)} verified. This month: {money(month.spent)}
        </p>
      </li>
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
    </ul>
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
