// https://nodejs.org/api/errors.html#common-system-errors: the way to the database.
const onTheWay = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
// https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, resources (a full disk among them), an operator who
// stops it, a statement that took too long, and a standby that takes no writes.
const inPostgres = /^(08...|53...|57P0[1-5]|57014|55P03|25006)$/
// https://www.prisma.io/docs/orm/reference/error-reference: unreachable, too slow, closed, no connection or transaction in time.
const inPrisma = /^P(1001|1002|1008|1017|2024|2028)$/
// What pg says without a code.
const inWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after)/

/** Whether the database is out of reach or out of room just now, and the request that met it may simply be made again later. */
export function isOutage(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false
  if (problem.name === "PrismaClientInitializationError") return true
  const { code, cause, message } = problem as Error & { code?: unknown }
  if (typeof code === "string" && [onTheWay, inPostgres, inPrisma].some((codes) => codes.test(code))) return true
  if (inWords.test(message)) return true
  const below = cause ?? (problem as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError
  if (problem instanceof AggregateError && problem.errors.some(isOutage)) return true
  return isOutage(below) || kindOf(below) || kindOf(cause)
}

/** What Prisma's adapter makes of an error of the driver. */
const kindOf = (cause: unknown): boolean => {
  const { kind, originalCode } = (cause ?? {}) as { kind?: unknown; originalCode?: unknown }
  const isNamed = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/.test(
    String(kind),
  )
  return isNamed || [onTheWay, inPostgres].some((codes) => codes.test(String(originalCode)))
}
