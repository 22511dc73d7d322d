import { CopyCode } from "./copy-code"

/** Code that one copies, whose long lines wrap: nothing to scroll, on a phone neither. */
export function Code({ children }: { children: string }) {
  return (
    <div className="copied">
      <pre className="code">
        <code>{children}</code>
      </pre>
      <CopyCode />
    </div>
  )
}

/** A value as JSON. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2)
