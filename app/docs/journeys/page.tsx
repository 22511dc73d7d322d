import { DocsFrame } from "@/components/docs/docs-frame"
import { Journeys } from "@/components/docs/journeys"
import { PageTitle } from "@/components/ui/page-title"
import { journeys } from "@/lib/reference/journeys"
import { reference } from "@/lib/reference/openapi"
import { sections } from "@/lib/reference/sections"

/** Both journeys as assistive technology is given them. */
export default function JourneysPage() {
  return (
    <DocsFrame sections={sections(reference())} current="/docs/journeys">
      <PageTitle>Journeys as text</PageTitle>
      <Journeys journeys={journeys} />
    </DocsFrame>
  )
}
