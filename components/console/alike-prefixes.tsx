import { BlockForm } from "@/components/console/block-form"
import { Table } from "@/components/console/table"
import type { Alike } from "@/lib/web/console/view"

const shown = 10

/** Which numbers refusals that are alike were about, the most asked for first. */
export function AlikePrefixes({ prefixes }: Pick<Alike, "prefixes">) {
  return (
    <>
      <Table
        name="Prefixes"
        heads={["Prefix", "Refused", "By hand"]}
        rows={prefixes.slice(0, shown).map(({ prefix, count }) => ({
          key: prefix,
          name: `${prefix}…`,
          cells: [count, <BlockForm key="block" numbers={prefix} name={`${prefix}…`} />],
        }))}
      />
      {prefixes.length > shown && <p className="hint">And {prefixes.length - shown} more.</p>}
    </>
  )
}
