import { social } from "@/lib/dialects/social"
import { serve } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(social.login)
