-- AlterTable
ALTER TABLE "Issuance" ADD COLUMN     "backendBadge" TEXT;

-- CreateTable
CREATE TABLE "RevokedPlace" (
    "statusIndex" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,

    CONSTRAINT "RevokedPlace_pkey" PRIMARY KEY ("statusIndex")
);

-- CreateIndex
CREATE INDEX "RevokedPlace_organisationId_idx" ON "RevokedPlace"("organisationId");
