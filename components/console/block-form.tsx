import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"

type Props = {
  /** A country's ISO code, or a prefix. */
  numbers: string
  /** How people call it. */
  name: string
}

/** Blocks the numbers of a row. It opens first: known people there get no message either, and a finger slips. */
export function BlockForm({ numbers, name }: Props) {
  return (
    <details className="block-form">
      <summary>
        Block<span className="visually-hidden"> {name}</span>
      </summary>
      <form method="post" action={formUrl("list-numbers")}>
        <input type="hidden" name="numbers" value={numbers} />
        <input type="hidden" name="effect" value="block" />
        <p>Nobody in {name} gets a message until you remove the entry, known people included.</p>
        <SubmitButton secondary>{`Block ${name}`}</SubmitButton>
      </form>
    </details>
  )
}
