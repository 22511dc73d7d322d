import { spawnSync } from "node:child_process"
import { executablePath, flags } from "./browser.mjs"

// The newest that runs on Node 20.
const version = "12.8.2"
const categories = ["performance", "accessibility", "best-practices", "seo"]

/** Runs Lighthouse as it comes, which is a mid-range phone on a slow line: the median of so many runs, figure by figure. */
export function lighthouse(url, cookie, runs) {
  const all = Array.from({ length: runs }, () => once(url, cookie))
  const median = (of) => all.map(of).sort((one, other) => one - other)[Math.floor(runs / 2)]
  const names = [...categories, "lcp", "cls"]
  return {
    ...Object.fromEntries(names.map((name) => [name, median((run) => run[name])])),
    failed: [...new Set(all.flatMap(({ failed }) => failed))],
  }
}

function once(url, cookie) {
  const words = [
    ...["--yes", `lighthouse@${version}`, url, "--quiet", "--output=json", `--chrome-flags=${flags}`],
    `--only-categories=${categories.join(",")}`,
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ]
  const env = { ...process.env, CHROME_PATH: executablePath }
  const { stdout, stderr, status } = spawnSync("npx", words, { encoding: "utf8", env, maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`Lighthouse failed at ${url}: ${stderr}`)
  const { categories: scored, audits, finalDisplayedUrl } = JSON.parse(stdout)
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${finalDisplayedUrl}`)
  const failed = Object.values(scored)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight, id }) => weight > 0 && audits[id].score === 0))
  return {
    ...Object.fromEntries(categories.map((name) => [name, Math.round(scored[name].score * 100)])),
    lcp: Math.round(audits["largest-contentful-paint"].numericValue),
    cls: Number(audits["cumulative-layout-shift"].numericValue.toFixed(3)),
    failed: failed.map(({ id }) => id),
  }
}
