import { fieldsOf } from "@/lib/dialects/fields-of"
import {
  type Answer,
  type Answers,
  type AnyOperation,
  type Dialect,
  type HeaderDocs,
  type OperationDocs,
  type Problem,
  refusesForeignOrigins,
} from "@/lib/dialects/operation"
import { refused } from "@/lib/dialects/refused"
import { type Reason, type Refusal, refuse } from "@/lib/refusal"
import { problemSamples, refusalSamples, sampleNow } from "./samples"

/** One way in which an operation may say no: what it means, and the answer that the dialect's own tables give. */
export type Outcome = { name: string; says: string; answer: Answer }

/** What the reference knows of one operation. */
export type Described = {
  dialect: Dialect
  operation: AnyOperation
  docs: OperationDocs
  headers: HeaderDocs[]
  method: string
  url: string
}

/** Every no of an operation: those of its verb by its docs, those of the frame by what the operation asks for. */
export function outcomes(described: Described): Outcome[] {
  const { operation, docs, method } = described
  const { token = "none", scope } = operation
  const fromCore = [
    ...(token === "none" ? [] : (["unauthorized"] as const)),
    ...(scope === undefined ? [] : [{ kind: "insufficient-scope", scope } as const]),
    "busy" as const,
    ...docs.refuses,
  ].flatMap(samplesOf)
  // Where no token at all is welcome, none is missing.
  const welcome = fromCore.filter(
    (reason) => !(reason.kind === "unauthorized" && reason.because === "missing" && token !== "required"),
  )
  const fromFrame: Problem[] = [
    ...invalidFields(described),
    ...(method === "POST" ? ([{ kind: "unreadable-body" }, { kind: "body-too-large" }] as const) : []),
    ...(refusesForeignOrigins(method) ? ([{ kind: "foreign-origin" }] as const) : []),
    { kind: "broken" },
  ]
  const all = [
    ...fromFrame.map((about) => problemOutcome(about, described.dialect)),
    ...welcome.map((about) => refusalOutcome(about, described.dialect)),
  ]
  return unlike(all)
}

/** A kind alone stands for all that it may look like. */
const samplesOf = (reason: Reason["kind"] | Reason): readonly Reason[] =>
  typeof reason === "string" ? refusalSamples[reason].samples : [reason]

/** What a dialect answers to a refusal, with the headers. */
export function refusalOutcome(about: Reason, dialect: Dialect): Outcome {
  const shown = about.kind === "unauthorized" && about.because !== "missing"
  const request = new Request(
    "https://reference.invalid/",
    shown ? { headers: { authorization: "Bearer …".replace("…", "x") } } : {},
  )
  const answer = refused(dialect, refuse(about) as Refusal, {}, sampleNow, request)
  const name = "because" in about ? `${about.kind}-${about.because}` : about.kind
  return { name, says: refusalSamples[about.kind].says, answer }
}

/** What a dialect answers to a problem. */
export function problemOutcome(about: Problem, { problems }: Dialect): Outcome {
  const answer = (problems as Answers<Problem>)[about.kind](about as never, 0, {})
  return { name: about.kind, says: problemSamples[about.kind].says, answer }
}

/** Real ones: the operation's own schema is asked what is wrong with an empty request, and with those the docs bring. */
function invalidFields({ operation, docs, headers, dialect, url }: Described): Problem[] {
  const inPath = Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "1"]))
  const fromBody = [{}, ...(docs.wrong ?? [])].flatMap((fields): Problem[] => {
    const read = operation.read.safeParse({ ...inPath, ...fields })
    return read.success ? [] : [{ kind: "invalid-fields", fields: fieldsOf(read.error.issues) }]
  })
  const nobody = { address: undefined, userAgent: undefined }
  const fromHeaders = headers.flatMap(({ name, wrong }): Problem[] => {
    const caller = wrong === undefined ? undefined : dialect.caller(new Headers({ [name]: wrong }), nobody)
    return caller && "problem" in caller ? [{ kind: "invalid-fields", fields: [caller] }] : []
  })
  return [...fromBody, ...fromHeaders]
}

/** Says nothing twice, and gives each a name of its own. */
function unlike(all: Outcome[]): Outcome[] {
  const seen = new Set<string>()
  const names = new Map<string, number>()
  return all.flatMap((outcome) => {
    const { status, body } = outcome.answer
    const said = JSON.stringify([status, body, outcome.says])
    if (seen.has(said)) return []
    seen.add(said)
    const count = (names.get(outcome.name) ?? 0) + 1
    names.set(outcome.name, count)
    return [{ ...outcome, name: count === 1 ? outcome.name : `${outcome.name}-${count}` }]
  })
}
