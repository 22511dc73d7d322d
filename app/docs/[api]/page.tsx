import { notFound } from "next/navigation"
import { Api } from "@/components/docs/api"
import { DocsFrame } from "@/components/docs/docs-frame"
import { PageTitle } from "@/components/ui/page-title"
import { publicOrigin } from "@/lib/live/pages"
import { reference } from "@/lib/reference/openapi"
import { sections } from "@/lib/reference/sections"

/** The reference of one API. */
export default async function ApiPage({ params }: PageProps<"/docs/[api]">) {
  const { api } = await params
  const description = reference()
  const all = sections(description)
  const section = all.find(({ name }) => name === api)
  if (!section) notFound()
  return (
    <DocsFrame sections={all} current={`/docs/${api}`}>
      <PageTitle>{`${section.title} API`}</PageTitle>
      <Api section={section} origin={await publicOrigin()} description={description} />
    </DocsFrame>
  )
}
