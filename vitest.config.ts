import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{lib,bench}/**/*.test.ts"],
    globalSetup: ["lib/testing/template.ts"],
    setupFiles: ["lib/testing/set-up.ts"],
    // Files that run in one worker share its modules and its database, which take longer to load than most files to run.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
