import { reference } from "@/lib/reference/openapi"

// The same for everybody until the next deployment, and no secret: any tool on any page may read it.
const headers = { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" }

/** The OpenAPI description of every dialect. */
export const GET = () => Response.json(reference(), { headers })
export const dynamic = "force-static"
