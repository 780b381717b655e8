-- AlterTable
ALTER TABLE "Endorsement" ADD COLUMN     "capacity" TEXT,
ADD COLUMN     "traces" JSONB,
ADD COLUMN     "verified" JSONB;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "organisation" TEXT;

-- CreateTable
CREATE TABLE "Nearby" (
    "personId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nearby_pkey" PRIMARY KEY ("personId","digest")
);

-- CreateIndex
CREATE INDEX "Nearby_seenAt_idx" ON "Nearby"("seenAt");

-- AddForeignKey
ALTER TABLE "Nearby" ADD CONSTRAINT "Nearby_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
