import type { ReactNode } from "react"

type Row = { key: string; name: ReactNode; cells: ReactNode[]; className?: string | undefined }
type Props = {
  name: string
  heads: readonly string[]
  rows: Row[]
  /** The columns that hold words, by their heads. The others hold figures, which end where their heads end. */
  words?: readonly string[]
}

/**
 * A table of figures, which scrolls by itself where it is too wide. The first column names the row and stays in sight, and
 * what matters most stands beside it: on a phone nobody has to look for it.
 */
export function Table({ name, heads, rows, words = [] }: Props) {
  const kind = (head: string | undefined) => (head !== undefined && words.includes(head) ? "words" : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-frame" tabIndex={0} aria-label={name}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head} className={kind(head)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.className}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, place) => (
                <td key={heads[place + 1]} className={kind(heads[place + 1])}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
