import { oauth } from "@/lib/live"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauth.token
