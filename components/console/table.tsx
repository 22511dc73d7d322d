import type { ReactNode } from "react"

type Props = { name: string; heads: string[]; children: ReactNode }

/** A table of figures, which scrolls by itself where it is too wide. The first column names the row. */
export function Table({ name, heads, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-frame" tabIndex={0} aria-label={name}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
