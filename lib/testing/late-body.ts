/** A JSON body that whoever sends it holds back until something else has happened: its reader waits for that. */
export const heldBackUntil = (happened: () => Promise<unknown>, body: object): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await happened()
        controller.enqueue(new TextEncoder().encode(JSON.stringify(body)))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
