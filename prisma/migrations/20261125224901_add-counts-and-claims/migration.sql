-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "count" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "fold" TEXT;

-- AlterTable
ALTER TABLE "Device" DROP CONSTRAINT "Device_pkey",
ADD COLUMN     "renewedAt" TIMESTAMPTZ(3),
ADD CONSTRAINT "Device_pkey" PRIMARY KEY ("platform", "handle", "accountId");

-- A device that was registered before was last heard of then.
UPDATE "Device" SET "renewedAt" = "createdAt";
ALTER TABLE "Device" ALTER COLUMN "renewedAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "count" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "fold" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Decision_fold_key" ON "Decision"("fold");

-- CreateIndex
CREATE INDEX "Device_renewedAt_idx" ON "Device"("renewedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_fold_key" ON "Event"("fold");

-- CreateIndex
CREATE INDEX "Event_kind_at_idx" ON "Event"("kind", "at");
