import type { Matrix } from "@/lib/reference/matrix"

/** Dialects by outcomes, made of the tables that the handlers answer from. */
export function MatrixTable({ matrix: { dialects, rows } }: { matrix: Matrix }) {
  return (
    <div className="matrix">
      <h1>Dialects by outcomes</h1>
      <p className="lead">
        The core says no in so many ways, and each API has a word for each of them: also for those that its own
        operations never bring about. The reference of each API tells which operation says what.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroller" tabIndex={0} aria-label="Dialects by outcomes">
        <table>
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              {dialects.map(({ name, title }) => (
                <th scope="col" key={name}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, says, answers }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                  <span>{says}</span>
                </th>
                {answers.map(({ status, body }, index) => (
                  <td key={dialects[index]?.name}>
                    <span className="status">{status}</span>
                    <code>{JSON.stringify(body)}</code>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
