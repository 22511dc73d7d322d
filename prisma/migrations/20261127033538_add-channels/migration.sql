-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'sms';

-- AlterTable
ALTER TABLE "InboxMessage" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'sms';
