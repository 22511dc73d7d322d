import { prefixes } from "./lib/dialects/prefixes.mjs"
import { everywhere, inProduction, ofThreads, withoutPages } from "./lib/http/answer-headers.mjs"

// JavaScript, so that no start needs a compiler.

// What proxy.ts keeps out, word for word: an answer has the one policy or the other, never two and never none.
const noPage =
  "/((?:api/|v1/|v3/|auth/|oauth/|apikey(?:/|$)|\\.well-known/|do/|webhooks/|cron/|health/|metrics$|_next/static/|_next/image|icon\\.svg$|dev/inbox\\.json$|openapi\\.json$).*)"

/** @type {import("next").NextConfig} */
const config = {
  // `npm run package` takes what Next traced of the pages.
  ...(process.env.STANDALONE === "1" && { output: "standalone", outputFileTracingRoot: import.meta.dirname }),
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  // No page has an image to be made smaller. This closes /_next/image, where strangers could have our own paths fetched.
  images: { unoptimized: true },
  // Loaded by Node, once, when they are needed: bundled they would be in memory with each bundle that names them.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@opentelemetry/api",
    "@opentelemetry/core",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-metrics",
    "@opentelemetry/sdk-trace",
    "@simplewebauthn/server",
    "@zxcvbn-ts/language-common",
    "fs-native-extensions",
    "libphonenumber-js",
    "pg",
    "pglite-prisma-adapter",
    "pino",
    "prom-client",
    "redis",
    "twilio",
  ],
  // Most of a deployment's requests never meet most of its pages: each is loaded when it is first asked for.
  experimental: { preloadEntriesOnStart: false },
  outputFileTracingIncludes: {
    "/*": ["./node_modules/@prisma/schema-engine-wasm/*", "./prisma/migrations/**"],
    "/account": ["./node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country-ipv?.mmdb"],
    "/account/*": ["./node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country-ipv?.mmdb"],
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: process.env.NODE_ENV === "production" ? [...everywhere, ...inProduction] : everywhere,
    },
    { source: noPage, headers: withoutPages },
    // The later of two says the same header.
    { source: "/_next/static/chunks/turbopack-worker-:name", headers: ofThreads },
  ],
  // What no route takes under an API's prefix is answered in that API's own shape.
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [],
    fallback: Object.values(prefixes).flatMap((own) =>
      own.map((prefix) => ({ source: `${prefix.replace(".", "\\.")}/:path*`, destination: `${own[0]}/nowhere` })),
    ),
  }),
}

export default config
