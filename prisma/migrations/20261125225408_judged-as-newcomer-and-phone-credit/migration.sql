-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "asNewcomer" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "PhoneCredit" (
    "phone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" TIMESTAMPTZ(3),

    CONSTRAINT "PhoneCredit_pkey" PRIMARY KEY ("phone")
);

-- CreateIndex
CREATE INDEX "PhoneCredit_at_idx" ON "PhoneCredit"("at");

-- Until now newcomers alone were judged as newcomers.
UPDATE "Decision" SET "asNewcomer" = true WHERE "to" = 'newcomer';
