import written from "./journeys.json"

/** A way in, as a screen reader finds it: each page's accessibility tree. */
export type Journey = { name: string; steps: { title: string; tree: string }[] }

/** Both journeys. `npm run trees` writes the file, and a journey of the tests holds it to the pages as they are. */
export const journeys = written as Journey[]
