// The second half of `npm run build`: our own server, what V8 compiles of it, and a Brotli form of each static file beside it.
import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync } from "node:zlib"
import { build } from "esbuild"

rmSync(".next/latchkey", { recursive: true, force: true })
await build({
  entryPoints: { server: "server.ts", "serve-all": "lib/server/serve-all.ts", migrate: "migrate.ts" },
  outdir: ".next/latchkey",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Small packages are built in: to find and read their hundreds of files was a third of a start. What Next loads too, what is
  // native, and what is large or rare stays outside and is loaded once, or never.
  external: [
    "@electric-sql/pglite",
    "@next/env",
    "@node-rs/argon2",
    "@opentelemetry/*",
    "@prisma/client/runtime/query_compiler*",
    "@prisma/schema-engine-wasm",
    "@simplewebauthn/server",
    "@vercel/functions",
    "@zxcvbn-ts/language-common",
    "fs-native-extensions",
    "next",
    "pg-native",
    "pglite-prisma-adapter",
    "pino",
    "prom-client",
    "redis",
    "twilio",
  ],
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
  // A light Response, which costs less than undici's and is one to everybody.
  inject: ["lib/server/light-response.ts"],
  // Less to read at a start. Names stay, since logs tell them.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: true,
  plugins: [
    {
      name: "zod speaks one language",
      setup: ({ onLoad }) =>
        onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
          contents: 'export { default as en } from "./en.js"',
        })),
    },
  ],
})

// Loads what a start loads, so that its compiled form is kept; where Node cannot keep it, nothing is lost.
const load = `
  import module from "node:module"
  module.enableCompileCache?.(".next/latchkey/compiled")
  await Promise.all(["./.next/latchkey/serve-all.mjs", "next/dist/server/next-server.js"].map((name) => import(name)))
  process.exit()`
execFileSync(process.execPath, ["--input-type=module", "-e", load], { stdio: "inherit" })

const worthIt = 1024
for (const name of readdirSync(".next/static", { recursive: true })) {
  const file = join(".next/static", name)
  if (!/\.(js|css|svg|json|txt|map)$/.test(name) || statSync(file).size < worthIt) continue
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
}
