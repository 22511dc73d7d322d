-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "assessment" TEXT,
ADD COLUMN     "opinion" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "OpinionAnswer" (
    "phone" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionAnswer_pkey" PRIMARY KEY ("phone","source")
);

-- CreateIndex
CREATE INDEX "OpinionAnswer_askedAt_idx" ON "OpinionAnswer"("askedAt");
