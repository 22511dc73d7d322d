import type { ReactNode } from "react"
import type { Section } from "@/lib/reference/sections"

const others = [
  { path: "/docs/clients", title: "Clients" },
  { path: "/docs/openid", title: "OpenID Connect" },
  { path: "/docs/matrix", title: "Dialects by outcomes" },
  { path: "/docs/journeys", title: "Journeys as text" },
]

type Props = {
  sections: Section[]
  /** The path of the page that is shown. */
  current: string
  children: ReactNode
}

/** A page of the documentation beside the list of all of them, where the operations of the page itself are listed too. */
export function DocsFrame({ sections, current, children }: Props) {
  const link = (path: string, title: string) => (
    <a href={path} aria-current={path === current ? "page" : undefined}>
      {title}
    </a>
  )
  return (
    <div className="docs">
      <nav className="contents" aria-label="Documentation">
        <ul>
          <li>{link("/docs", "Overview")}</li>
          {sections.map(({ name, title, calls }) => (
            <li key={name}>
              {link(`/docs/${name}`, title)}
              {current === `/docs/${name}` && (
                <ul>
                  {calls.map(({ operation }) => (
                    <li key={operation.operationId}>
                      <a href={`#${operation.operationId}`}>{operation.summary}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
          {others.map(({ path, title }) => (
            <li key={path}>{link(path, title)}</li>
          ))}
        </ul>
      </nav>
      <div className="pages">{children}</div>
    </div>
  )
}
