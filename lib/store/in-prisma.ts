import type { Statement } from "@/lib/store/sql"
import { Prisma } from "@/prisma/generated/client"

/** A statement, or a part of one, for a transaction that is Prisma's. */
export const inPrisma = ({ parts, values }: Statement): Prisma.Sql => Prisma.sql(parts, ...values)
