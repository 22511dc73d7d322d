-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "emailVerified" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PhoneChange" ADD COLUMN     "askedBy" TEXT,
ADD COLUMN     "noticeId" TEXT,
ADD COLUMN     "untoldAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "OperatorSeat" (
    "phone" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OperatorSeat_pkey" PRIMARY KEY ("phone")
);

-- CreateIndex
CREATE INDEX "OperatorSeat_accountId_idx" ON "OperatorSeat"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneChange_noticeId_key" ON "PhoneChange"("noticeId");

-- AddForeignKey
ALTER TABLE "OperatorSeat" ADD CONSTRAINT "OperatorSeat_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a provider told of an account that it made, it vouched for.
UPDATE "Account" SET "emailVerified" = true WHERE "email" IS NOT NULL
  AND "id" IN (SELECT "accountId" FROM "Identity" WHERE "kind" IN ('google', 'apple'));
