import type { Duration } from "@/lib/time"

/** Characters that an answer may have: those that we ask for have a few thousand. */
const longest = 256 * 1024

/**
 * Asks another service over HTTP and hears its answer out, as text. All of it together may take so long, however slowly it
 * arrives, and be so large, also once unpacked. Throws beyond that, as it does where no answer comes.
 */
export async function exchange(
  url: string,
  init: Omit<RequestInit, "signal">,
  timeout: Duration,
): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) })
  let text = ""
  const decoder = new TextDecoder()
  // What is thrown in the loop ends the connection too.
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longest) throw new Error("The answer is too long.")
  }
  return { status: response.status, text: text + decoder.decode() }
}
