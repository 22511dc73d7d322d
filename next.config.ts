import type { NextConfig } from "next"
import { policyWithoutPages } from "./lib/web/content-security-policy"

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), otp-credentials=(self)" },
]
const secure = [{ key: "Strict-Transport-Security", value: "max-age=31536000" }]

// What proxy.ts keeps out, word for word: an answer has the one policy or the other, never two and never none.
const withoutPages =
  "/((?:api/|v1/|v3/|auth/|oauth/|apikey(?:/|$)|\\.well-known/|do/|webhooks/|cron/|_next/static/|_next/image|icon\\.svg$|dev/inbox\\.json$|openapi\\.json$).*)"

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter"],
  outputFileTracingIncludes: { "/*": ["./node_modules/@prisma/schema-engine-wasm/*", "./prisma/migrations/**"] },
  headers: async () => [
    { source: "/:path*", headers: process.env.NODE_ENV === "production" ? [...everywhere, ...secure] : everywhere },
    { source: withoutPages, headers: [{ key: "Content-Security-Policy", value: policyWithoutPages }] },
  ],
  // What no route takes under an API's prefix is answered in that API's own shape.
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [],
    fallback: [
      { source: "/v3/:path*", destination: "/v3/nowhere" },
      { source: "/:prefix(auth|apikey)/:path*", destination: "/auth/nowhere" },
      { source: "/:prefix(oauth|\\.well-known)/:path*", destination: "/oauth/nowhere" },
      { source: "/api/v1/auth/:path*", destination: "/api/v1/auth/nowhere" },
      { source: "/v1/:path*", destination: "/v1/nowhere" },
    ],
  }),
}

export default config
