-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "renewAt" TIMESTAMPTZ(3),
ADD COLUMN     "renewsId" UUID,
ADD COLUMN     "validUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Issuance" ADD COLUMN     "reissuedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Backpack" (
    "personId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),
    "items" JSONB,

    CONSTRAINT "Backpack_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ImportedBadge" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "badge" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportedBadge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Backpack_token_key" ON "Backpack"("token");

-- CreateIndex
CREATE INDEX "ImportedBadge_personId_idx" ON "ImportedBadge"("personId");

-- AddForeignKey
ALTER TABLE "Backpack" ADD CONSTRAINT "Backpack_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedBadge" ADD CONSTRAINT "ImportedBadge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- badges that end are renewed: few of all claims
CREATE INDEX "Claim_renewAt_idx" ON "Claim" ("renewAt") WHERE "renewAt" IS NOT NULL;
CREATE INDEX "Claim_renewsId_idx" ON "Claim" ("renewsId") WHERE "renewsId" IS NOT NULL;
