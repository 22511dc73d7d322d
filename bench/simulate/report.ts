import type { Measured } from "./measure"

const share = (part: number, all: number) => (all > 0 ? `${((100 * part) / all).toFixed(2)}%` : "-")
const money = (amount: number) => `$${amount.toFixed(2)}`

const columns: [string, (one: Measured) => string][] = [
  ["scenario", ({ scenario }) => scenario],
  ["asked", ({ bot }) => String(bot.attempts)],
  ["sent", ({ bot }) => String(bot.sent)],
  ["spent", ({ bot }) => money(bot.spend)],
  ["undefended", ({ bot }) => money(bot.undefendedSpend)],
  ["of it", ({ bot }) => share(bot.spend, bot.undefendedSpend)],
  ["first day", ({ bot }) => money(bot.days[0] ?? 0)],
  ["dearest day", ({ bot }) => money(Math.max(0, ...bot.days))],
  ["people", ({ people }) => String(people.all)],
  ["served", ({ people }) => share(people.served, people.all)],
  ["delayed", ({ people }) => String(people.delayed)],
  ["at home with a token", ({ atHome }) => `${atHome.served} of ${atHome.all}`],
  ["from elsewhere", ({ abroad }) => `${abroad.served} of ${abroad.all}`],
  ["known", ({ known }) => `${known.served} of ${known.all}`],
  ["mode", ({ maxMode }) => String(maxMode)],
]

/** The scenarios side by side, as lines of text. */
export function table(measured: readonly Measured[]): string {
  const rows = [columns.map(([title]) => title), ...measured.map((one) => columns.map(([, value]) => value(one)))]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
  return rows.map(line).join("\n")
}
