-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "whose" TEXT;
