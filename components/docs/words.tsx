/** A sentence of the description, where backticks mark what is code. */
export function Words({ children }: { children: string }) {
  return children.split("`").map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))
}
