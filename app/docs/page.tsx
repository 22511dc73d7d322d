import { Reference } from "@/components/docs/reference"
import { PageTitle } from "@/components/ui/page-title"
import { publicOrigin } from "@/lib/live/pages"
import { reference } from "@/lib/reference/openapi"

/** The API reference: what /openapi.json says, for people. */
export default async function ReferencePage() {
  return (
    <>
      <PageTitle>API reference</PageTitle>
      <Reference description={reference()} origin={await publicOrigin()} />
    </>
  )
}
