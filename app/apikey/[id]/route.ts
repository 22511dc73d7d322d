import { commerce } from "@/lib/dialects/commerce"
import { serve } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(commerce.apiKey)
