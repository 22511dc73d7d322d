import { handbid } from "@/lib/dialects/handbid"
import { serve } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(handbid.item)
