import { goodcity } from "@/lib/dialects/goodcity"
import { serve } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(goodcity.verify)
