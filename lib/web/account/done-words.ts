import { catalogues } from "@/lib/words/catalogues"
import type { Say } from "@/lib/words/say"

type Done = keyof typeof catalogues.en.done

const isDone = (done: unknown): done is Done => typeof done === "string" && Object.hasOwn(catalogues.en.done, done)

/** What `?done=` says on the account page. */
export const doneWords = (done: unknown, say: Say): string | undefined =>
  isDone(done) ? say(`done.${done}`) : undefined
