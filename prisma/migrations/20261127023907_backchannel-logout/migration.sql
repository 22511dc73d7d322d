-- AlterTable
ALTER TABLE "OAuthClient" ADD COLUMN     "backchannelLogoutUri" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "beganIn" TEXT;

-- CreateTable
CREATE TABLE "LogoutNotice" (
    "id" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LogoutNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LogoutNotice_dueAt_idx" ON "LogoutNotice"("dueAt");
