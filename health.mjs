// What a container asks itself: ends with 0 if the server beside it is ready, and with 1 if it is not, or is silent for two seconds.
import { get } from "node:http"

const end = (isReady) => process.exit(isReady ? 0 : 1)
get({ port: process.env.PORT || 3000, path: "/health/ready", timeout: 2000 }, ({ statusCode }) =>
  end(statusCode === 200),
)
  .on("timeout", () => end(false))
  .on("error", () => end(false))
