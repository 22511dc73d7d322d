/** Code, whose long lines wrap: nothing to scroll, on a phone neither. */
export function Code({ children }: { children: string }) {
  return (
    <pre className="code">
      <code>{children}</code>
    </pre>
  )
}

/** A value as JSON. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2)
