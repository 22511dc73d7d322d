import { dialect } from "@/lib/dialects/handbid"
import { serveNowhere } from "@/lib/live/serve"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serveNowhere(dialect)
