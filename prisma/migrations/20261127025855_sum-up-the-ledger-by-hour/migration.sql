-- CreateTable
CREATE TABLE "TrafficHour" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "country" TEXT NOT NULL,
    "asked" BIGINT NOT NULL,
    "sent" BIGINT NOT NULL,
    "verified" BIGINT NOT NULL,
    "refused" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL,
    "passkeys" BIGINT NOT NULL,

    CONSTRAINT "TrafficHour_pkey" PRIMARY KEY ("hour","country")
);

-- CreateTable
CREATE TABLE "RuleHour" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "rule" TEXT NOT NULL,
    "refused" BIGINT NOT NULL,
    "passed" BIGINT NOT NULL,
    "passedPrice" BIGINT NOT NULL,
    "price" BIGINT NOT NULL,
    "saved" BIGINT NOT NULL,

    CONSTRAINT "RuleHour_pkey" PRIMARY KEY ("hour","rule")
);

-- CreateTable
CREATE TABLE "Progress" (
    "of" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Progress_pkey" PRIMARY KEY ("of")
);

-- CreateTable
CREATE TABLE "LateChange" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LateChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_forgottenAt_idx" ON "Session"("forgottenAt");
