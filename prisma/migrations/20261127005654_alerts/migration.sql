-- CreateTable
CREATE TABLE "Alert" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Alert_at_idx" ON "Alert"("at");
