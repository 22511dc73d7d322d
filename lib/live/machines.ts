import { running } from "@/lib/live/running"
import { report } from "@/lib/live/surroundings"
import { cleanUpHandler } from "@/lib/machines/clean-up"
import { twilioStatusHandler } from "@/lib/machines/twilio-status"

/** What other machines call: Twilio, to tell what became of a message, and the scheduler. */
export const machines = {
  twilioStatus: twilioStatusHandler(async () => ({ ...(await running()), report })),
  cleanUp: cleanUpHandler(async () => {
    const { cleanUp, core, env } = await running()
    return { cleanUp, now: core.now, secret: env.CRON_SECRET, later: core.later }
  }),
}
