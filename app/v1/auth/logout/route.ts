import { social } from "@/lib/live"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = social.logout
