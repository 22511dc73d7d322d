import type { RequestListener } from "node:http"
import sirv from "sirv"
import { everywhere, inProduction, isThread, ofThreads, withoutPages } from "@/lib/http/answer-headers.mjs"

const prefix = "/_next/static"

/**
 * Serves the files that the build made, with their Brotli form where a browser takes it: the build writes one beside each.
 * Their names change with their content, so browsers keep them. What is no such file is `next`'s to answer.
 */
export function staticFiles(folder: string, next: RequestListener): RequestListener {
  const serve = sirv(folder, {
    brotli: true,
    maxAge: 31_536_000,
    immutable: true,
    etag: true,
    setHeaders(response, path) {
      const policy = isThread(path) ? ofThreads : withoutPages
      for (const { key, value } of [...everywhere, ...inProduction, ...policy]) response.setHeader(key, value)
    },
  })
  return (request, response) => {
    const { url = "", method } = request
    if (!url.startsWith(`${prefix}/`) || (method !== "GET" && method !== "HEAD")) return next(request, response)
    request.url = url.slice(prefix.length)
    serve(request, response, () => {
      request.url = url
      next(request, response)
    })
  }
}
