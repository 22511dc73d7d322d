-- AlterTable
ALTER TABLE "OAuthClient" ADD COLUMN     "firstParty" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "postLogoutRedirectUris" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "redirectUris" TEXT[] DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "secretHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "AuthorizationCode" (
    "hash" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "browserId" TEXT NOT NULL,
    "redirectUri" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "scopes" TEXT[],
    "nonce" TEXT,
    "methods" TEXT[],
    "signedInAt" TIMESTAMPTZ(3) NOT NULL,
    "network" TEXT,
    "userAgent" TEXT,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "sessionId" TEXT,

    CONSTRAINT "AuthorizationCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Consent" (
    "accountId" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "scopes" TEXT[],
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("accountId","client")
);

-- CreateIndex
CREATE INDEX "AuthorizationCode_accountId_idx" ON "AuthorizationCode"("accountId");

-- CreateIndex
CREATE INDEX "AuthorizationCode_expiresAt_idx" ON "AuthorizationCode"("expiresAt");

-- AddForeignKey
ALTER TABLE "AuthorizationCode" ADD CONSTRAINT "AuthorizationCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
