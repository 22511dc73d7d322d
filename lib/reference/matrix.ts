import { dialects } from "@/lib/dialects/all"
import type { Answer } from "@/lib/dialects/operation"
import { documented } from "./documented"
import { type Outcome, problemOutcome, refusalOutcome } from "./outcomes"
import { problemSamples, refusalSamples } from "./samples"

/** One outcome, and what each dialect answers to it. */
export type MatrixRow = { name: string; says: string; from: "core" | "frame"; answers: Answer[] }

export type Matrix = { dialects: { name: keyof typeof dialects; title: string }[]; rows: MatrixRow[] }

/** Dialects by outcomes: every refusal of the core and every problem of the frame, answered by every dialect's tables. */
export function matrix(): Matrix {
  const all = Object.entries(dialects).map(([, { dialect }]) => dialect)
  const row = (from: MatrixRow["from"], [first, ...rest]: Outcome[]): MatrixRow[] =>
    first ? [{ name: first.name, says: first.says, from, answers: [first, ...rest].map(({ answer }) => answer) }] : []
  return {
    dialects: (Object.keys(dialects) as (keyof typeof dialects)[]).map((name) => ({
      name,
      title: documented[name].title,
    })),
    rows: [
      ...Object.values(refusalSamples).flatMap(({ samples }) =>
        samples.flatMap((about) =>
          row(
            "core",
            all.map((dialect) => refusalOutcome(about, dialect)),
          ),
        ),
      ),
      ...Object.values(problemSamples).flatMap(({ samples }) =>
        samples.flatMap((about) =>
          row(
            "frame",
            all.map((dialect) => problemOutcome(about, dialect)),
          ),
        ),
      ),
    ],
  }
}
