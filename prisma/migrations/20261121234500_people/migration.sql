-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "witnessId" UUID;

-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "role" TEXT;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "note" TEXT;

-- By hand, from here on: what Prisma's schema language cannot say.

-- Whoever is erased is named in no claim any more.
CREATE INDEX "Claim_witnessId_idx" ON "Claim"("witnessId") WHERE "witnessId" IS NOT NULL;
