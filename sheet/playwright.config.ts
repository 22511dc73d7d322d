import { defineConfig, devices } from "@playwright/test"
import { oauthClients } from "../e2e/app"
import { launched } from "../e2e/system-browser.mjs"
import { inboxToken, operatorPhones, secretKey } from "../e2e/under-test"

// Makes pictures of the built application: `npm run pictures` and `npm run contact-sheet`. It tests nothing.
const port = 3197

export default defineConfig({
  testDir: ".",
  outputDir: "../.data/sheet-results",
  workers: 1,
  timeout: 180_000,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    ...launched(),
  },
  webServer: {
    command: "npx tsx sheet/fill.ts .data/sheet && node .next/latchkey/server.mjs",
    cwd: "..",
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 3_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      SECRET_KEY: secretKey,
      DATA_DIR: ".data/sheet",
      DATABASE_URL: "",
      REDIS_URL: "",
      SMS_PROVIDER: "inbox",
      INBOX_TOKEN: inboxToken,
      SMS_COUNTRIES: "*",
      SMS_CHANNELS: "sms,whatsapp,voice",
      VOICE_PRICES: JSON.stringify({ "*": 0.05 }),
      OAUTH_CLIENTS: JSON.stringify(oauthClients),
      OPERATOR_PHONES: operatorPhones.join(","),
      TRUSTED_PROXY: "1",
    },
  },
})
