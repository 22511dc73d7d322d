-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN     "askers" TEXT[] DEFAULT ARRAY[]::TEXT[],
DROP COLUMN "tries",
ADD COLUMN     "tries" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "FailureCount" ADD COLUMN     "charged" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browserHash" TEXT,
ADD COLUMN     "forgottenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "DrainingBudget" (
    "key" TEXT NOT NULL,
    "open" DOUBLE PRECISION NOT NULL,
    "verified" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DrainingBudget_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "DrainingBudget_at_idx" ON "DrainingBudget"("at");
