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
  const end = new AbortController()
  // Node's fetch forgets its signal at a collection of garbage once the head of the answer is here. So what is read is ended by hand.
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    end.abort()
    reader?.cancel().catch(() => undefined)
  }, timeout)
  try {
    const response = await fetch(url, { ...init, signal: end.signal })
    reader = response.body?.getReader()
    const text = reader ? await readAll(reader) : ""
    if (isLate) throw new Error("The answer is late.")
    return { status: response.status, text }
  } finally {
    clearTimeout(timer)
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  for (let text = ""; ; ) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    if (text.length <= longest) continue
    // Ends the connection too.
    await reader.cancel()
    throw new Error("The answer is too long.")
  }
}
