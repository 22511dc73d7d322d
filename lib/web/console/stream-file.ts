/** A file for an operator that is written while it is read: no more of it is in memory than the piece that is on its way. */
export async function streamFile(
  pieces: AsyncGenerator<string, undefined>,
  { name, type }: { name: string; type: string },
): Promise<Response> {
  // The first piece is read before anything is answered, so that a database out of reach is an error and no empty file.
  const first = await pieces.next()
  const bytes = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(bytes.encode(first.value ?? "")),
    async pull(stream) {
      const { value, done } = await pieces.next()
      if (done) stream.close()
      else stream.enqueue(bytes.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  })
}
