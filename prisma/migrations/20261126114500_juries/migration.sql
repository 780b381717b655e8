-- A jury's words, who has a claim open, and codes that stand for a decision.

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "juryOverAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "codeId" UUID;

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "by" UUID,
    "byName" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "personId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "till" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ClaimCode" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "spoken" TEXT,
    "badgeId" TEXT NOT NULL,
    "structureId" TEXT NOT NULL,
    "workshopId" UUID,
    "madeBy" UUID,
    "madeByName" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Review_claimId_idx" ON "Review"("claimId");

-- CreateIndex
CREATE INDEX "Review_by_idx" ON "Review"("by");

-- CreateIndex
CREATE INDEX "Reading_claimId_idx" ON "Reading"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimCode_code_key" ON "ClaimCode"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimCode_spoken_key" ON "ClaimCode"("spoken");

-- CreateIndex
CREATE INDEX "ClaimCode_structureId_idx" ON "ClaimCode"("structureId");

-- CreateIndex
CREATE INDEX "ClaimCode_madeBy_idx" ON "ClaimCode"("madeBy");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How often a code was used is counted from the decisions.
CREATE INDEX "Decision_codeId_idx" ON "Decision"("codeId") WHERE "codeId" IS NOT NULL;
