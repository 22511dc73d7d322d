-- DropIndex
DROP INDEX "Token_sessionId_idx";

-- CreateIndex
CREATE INDEX "Token_sessionId_kind_expiresAt_idx" ON "Token"("sessionId", "kind", "expiresAt");
