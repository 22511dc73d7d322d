import { BlockForm } from "@/components/console/block-form"

type Props = { numbers: string; name: string; blocked: ReadonlySet<string> }

/** A hand on the numbers of a row: to block them, or that they are blocked. */
export function BlockCell({ numbers, name, blocked }: Props) {
  return blocked.has(numbers) ? <a href="/admin#list">Blocked</a> : <BlockForm numbers={numbers} name={name} />
}
