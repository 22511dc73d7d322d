import { oauth } from "@/lib/dialects/oauth"
import { serve } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(oauth.openid)
