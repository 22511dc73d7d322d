import { type Span, spans } from "@/lib/web/console/query"

/** How far back a page of the console looks, and what leads further. */
export function SpanTabs({ span, to }: { span: Span; to: (span: Span) => string }) {
  return (
    <ul className="tabs" aria-label="How far back">
      {(Object.keys(spans) as Span[]).map((one) => (
        <li key={one}>
          <a href={to(one)} aria-current={one === span || undefined}>
            {spans[one].words}
          </a>
        </li>
      ))}
    </ul>
  )
}
