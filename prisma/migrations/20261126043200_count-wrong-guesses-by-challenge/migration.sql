-- AlterTable
ALTER TABLE "FailureCount" ADD COLUMN     "atChallenge" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "challengeId" TEXT,
ADD COLUMN     "chargedThere" INTEGER NOT NULL DEFAULT 0;
