/** Runs once, before the first request is answered. Under our own server everything was started already. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { isStarted } = await import("@/lib/live/running")
  if (isStarted()) return
  const { start } = await import("@/lib/start")
  await start({ heedsHostname: false })
}
