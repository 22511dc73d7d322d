import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{lib,bench}/**/*.test.ts"],
    globalSetup: ["lib/testing/template.ts"],
    setupFiles: ["lib/testing/set-up.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
