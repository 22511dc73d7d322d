import { DocsFrame } from "@/components/docs/docs-frame"
import { Overview } from "@/components/docs/overview"
import { PageTitle } from "@/components/ui/page-title"
import { reference } from "@/lib/reference/openapi"
import { sections } from "@/lib/reference/sections"

/** The API reference: what /openapi.json says, for people. */
export default function ReferencePage() {
  const description = reference()
  const all = sections(description)
  return (
    <DocsFrame sections={all} current="/docs">
      <PageTitle>API reference</PageTitle>
      <Overview description={description} sections={all} />
    </DocsFrame>
  )
}
