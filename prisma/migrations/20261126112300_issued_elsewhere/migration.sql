-- AlterTable
ALTER TABLE "Issuance" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "followAt" TIMESTAMPTZ(3),
ADD COLUMN     "nudgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "revokedAt" TIMESTAMPTZ(3),
ADD COLUMN     "revokingAt" TIMESTAMPTZ(3),
ADD COLUMN     "triedAt" TIMESTAMPTZ(3);

-- What is asked for next: few rows of many.
CREATE INDEX "Issuance_followAt_idx" ON "Issuance" ("followAt") WHERE "followAt" IS NOT NULL;
