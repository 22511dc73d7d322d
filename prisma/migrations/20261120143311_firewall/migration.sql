-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "realm" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "whitelabelId" INTEGER,
    "to" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "captcha" TEXT NOT NULL,
    "country" TEXT,
    "prefix" TEXT,
    "block" TEXT,
    "phone" TEXT,
    "recipient" TEXT,
    "network" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "isRepeat" BOOLEAN NOT NULL,
    "level" INTEGER,
    "verdicts" JSONB NOT NULL,
    "refusedBy" TEXT,
    "outcome" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "finalPrice" INTEGER,
    "sender" TEXT,
    "messageId" TEXT,
    "heardAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Exposure" (
    "scope" TEXT NOT NULL,
    "open" DOUBLE PRECISION NOT NULL,
    "verified" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "trippedAt" TIMESTAMPTZ(3),
    "trips" INTEGER NOT NULL,
    "probes" INTEGER NOT NULL,
    "wins" INTEGER NOT NULL,

    CONSTRAINT "Exposure_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "Budget" (
    "name" TEXT NOT NULL,
    "spent" BIGINT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ModeChange" (
    "number" SERIAL NOT NULL,
    "level" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "pinned" BOOLEAN NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "ModeChange_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "OperatorEntry" (
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OperatorEntry_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "LineTypeAnswer" (
    "phone" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LineTypeAnswer_pkey" PRIMARY KEY ("phone")
);

-- CreateIndex
CREATE UNIQUE INDEX "Decision_messageId_key" ON "Decision"("messageId");

-- CreateIndex
CREATE INDEX "Decision_at_idx" ON "Decision"("at");

-- CreateIndex
CREATE INDEX "Decision_recipient_at_idx" ON "Decision"("recipient", "at");

-- CreateIndex
CREATE INDEX "Decision_phone_at_idx" ON "Decision"("phone", "at");

-- CreateIndex
CREATE INDEX "Decision_country_at_idx" ON "Decision"("country", "at");

-- CreateIndex
CREATE INDEX "Exposure_at_idx" ON "Exposure"("at");

-- CreateIndex
CREATE INDEX "Budget_endsAt_idx" ON "Budget"("endsAt");

-- CreateIndex
CREATE INDEX "LineTypeAnswer_askedAt_idx" ON "LineTypeAnswer"("askedAt");
