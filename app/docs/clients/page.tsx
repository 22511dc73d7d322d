import { Clients } from "@/components/docs/clients"
import { DocsFrame } from "@/components/docs/docs-frame"
import { PageTitle } from "@/components/ui/page-title"
import { publicOrigin } from "@/lib/live/pages"
import { reference } from "@/lib/reference/openapi"
import { sections } from "@/lib/reference/sections"

/** How to call the APIs from a language of one's own. */
export default async function ClientsPage() {
  return (
    <DocsFrame sections={sections(reference())} current="/docs/clients">
      <PageTitle>Clients</PageTitle>
      <Clients origin={await publicOrigin()} />
    </DocsFrame>
  )
}
