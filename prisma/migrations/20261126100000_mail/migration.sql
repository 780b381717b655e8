-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "witnessMail" TEXT;

-- AlterTable
ALTER TABLE "Endorsement" ADD COLUMN     "mailProblem" TEXT,
ADD COLUMN     "mailTo" TEXT,
ADD COLUMN     "mailedAt" TIMESTAMPTZ(3),
ADD COLUMN     "proof" JSONB,
ADD COLUMN     "remindAt" TIMESTAMPTZ(3),
ADD COLUMN     "reminders" INTEGER;

-- whoever was asked is reminded; addresses are looked at until they are erased
CREATE INDEX "Endorsement_remindAt_idx" ON "Endorsement" ("remindAt") WHERE "remindAt" IS NOT NULL;
CREATE INDEX "Endorsement_mailTo_idx" ON "Endorsement" (id) WHERE "mailTo" IS NOT NULL;
CREATE INDEX "Claim_witnessMail_idx" ON "Claim" (id) WHERE "witnessMail" IS NOT NULL;
