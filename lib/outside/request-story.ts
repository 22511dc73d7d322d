import { AsyncLocalStorage } from "node:async_hooks"

/** What those who answer a request know of how it ends, beyond its status. All are words of ours. */
export type Story = { operation?: string; outcome?: string; reason?: string; rule?: string }

// Next's handlers are bundled apart from our own server: what must be one hangs on globalThis.
const here = globalThis as { latchkeyStories?: AsyncLocalStorage<Story> }

/** Does what answers a request, in which `tellStory` is heard. */
export function inStory(story: Story, run: () => void): void {
  here.latchkeyStories ??= new AsyncLocalStorage()
  here.latchkeyStories.run(story, run)
}

/** Tells whoever writes of the request that is answered now. Nobody does under plain Next. */
export function tellStory(told: Story): void {
  Object.assign(here.latchkeyStories?.getStore() ?? {}, told)
}
