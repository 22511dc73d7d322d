import { running } from "@/lib/live/running"
import { report } from "@/lib/live/surroundings"
import { cleanUpHandler } from "@/lib/machines/clean-up"
import { live, readyHandler } from "@/lib/machines/health"
import { metricsHandler } from "@/lib/machines/metrics"
import { twilioStatusHandler } from "@/lib/machines/twilio-status"

/** What other machines call: Twilio, to tell what became of a message, the scheduler, and whoever watches over us. */
export const machines = {
  live,
  metrics: metricsHandler(async () => {
    const { env, metrics } = await running()
    return { token: env.METRICS_TOKEN, metrics }
  }),
  ready: readyHandler(async () => (await running()).readiness),
  twilioStatus: twilioStatusHandler(async () => ({ ...(await running()), report })),
  cleanUp: cleanUpHandler(async () => {
    const { cleanUp, core, env } = await running()
    return { cleanUp, now: core.now, secret: env.CRON_SECRET, later: core.later }
  }),
}
