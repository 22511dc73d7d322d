import { dialect } from "@/lib/dialects/oauth"
import { serveNowhere } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveNowhere(dialect)
