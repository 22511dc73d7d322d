import type { Running } from "@/lib/running"

// Pages, routes and our own server are bundled apart and share no module state: what must be one hangs on globalThis.
const here = globalThis as { latchkey?: Promise<Running> | undefined }

/**
 * The running application. It starts at most once, and nothing touches it while the application is built. Under `npm start`
 * our server has started it already, and Next's bundles never load what it is made of.
 */
export const running = (): Promise<Running> => {
  here.latchkey ??= startUnderNext()
  return here.latchkey
}

/** Makes this the running application of the process. */
export function provide(application: Promise<Running>): void {
  here.latchkey = application
}

/** Whether the application was started already by the server. */
export const isStarted = (): boolean => here.latchkey !== undefined

async function startUnderNext(): Promise<Running> {
  const [{ run }, { afterAnswer }] = await Promise.all([import("@/lib/running"), import("@/lib/outside/after-answer")])
  return run(afterAnswer)
}
