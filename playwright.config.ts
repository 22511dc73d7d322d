import { rmSync } from "node:fs"
import { defineConfig, devices } from "@playwright/test"
import { oauthClients } from "./e2e/app"
import { forgetLogs } from "./e2e/kept-logs"
import { launched } from "./e2e/system-browser.mjs"
import { inboxToken, operatorPhones, secretKey } from "./e2e/under-test"

const port = 3199
const dataDir = ".data/e2e"

// Workers read this file too, when the server is up already.
if (process.env.TEST_WORKER_INDEX === undefined) {
  rmSync(dataDir, { recursive: true, force: true })
  forgetLogs()
}

export default defineConfig({
  testDir: "e2e",
  outputDir: ".data/e2e-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 40_000,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    // Snapshots of the page say what went wrong. Pictures of each moment would cost every journey for the few that fail.
    trace: { mode: "retain-on-failure", screenshots: false },
    ...launched(),
  },
  projects: [
    { name: "js", testIgnore: ["server/**", "logs.spec.ts"] },
    { name: "no-js", testIgnore: ["server/**", "scripted/**", "logs.spec.ts"], use: { javaScriptEnabled: false } },
    // These start, kill and restart servers of their own.
    { name: "server", testMatch: "server/*.spec.ts", timeout: 120_000 },
    // Reads what all of them wrote.
    { name: "logs", testMatch: "logs.spec.ts", dependencies: ["js", "no-js", "server"] },
  ],
  webServer: {
    command: "exec node e2e/served.mjs",
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 3_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      SECRET_KEY: secretKey,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      REDIS_URL: "",
      SMS_PROVIDER: "inbox",
      INBOX_TOKEN: inboxToken,
      SMS_COUNTRIES: "",
      OPERATOR_PHONES: operatorPhones.join(","),
      RETURN_ORIGINS: "https://app.example",
      OAUTH_CLIENTS: JSON.stringify(oauthClients),
      // Each test has an address of its own.
      TRUSTED_PROXY: "1",
      RECAPTCHA_SITE_KEY: "e2e-site-key",
      RECAPTCHA_SECRET_KEY: "e2e-secret-key",
      // Nobody listens there: an outage at Google.
      RECAPTCHA_VERIFY_URL: "http://127.0.0.1:9/siteverify",
    },
  },
})
