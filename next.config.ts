import type { NextConfig } from "next"

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), otp-credentials=(self)" },
]
const secure = [{ key: "Strict-Transport-Security", value: "max-age=31536000" }]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter"],
  outputFileTracingIncludes: { "/*": ["./node_modules/@prisma/schema-engine-wasm/*", "./prisma/migrations/**"] },
  headers: async () => [
    { source: "/:path*", headers: process.env.NODE_ENV === "production" ? [...everywhere, ...secure] : everywhere },
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
