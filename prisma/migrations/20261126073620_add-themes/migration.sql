-- CreateTable
CREATE TABLE "Theme" (
    "whitelabelId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mark" TEXT,
    "light" TEXT NOT NULL,
    "dark" TEXT NOT NULL,
    "senderName" TEXT NOT NULL,
    "host" TEXT,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("whitelabelId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Theme_host_key" ON "Theme"("host");
