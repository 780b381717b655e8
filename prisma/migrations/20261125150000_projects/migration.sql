-- What a group did together: single claims refer to it, and take over what its members gave to all.

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "projectId" UUID;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "originId" UUID,
ADD COLUMN     "projectId" UUID;

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "structureId" TEXT,
    "workshopId" UUID,
    "badgeId" TEXT NOT NULL,
    "openedBy" UUID,
    "context" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Project_code_key" ON "Project"("code");

-- CreateIndex
CREATE INDEX "Project_workshopId_idx" ON "Project"("workshopId");

-- CreateIndex
CREATE INDEX "Project_openedBy_idx" ON "Project"("openedBy");

-- CreateIndex
CREATE INDEX "Claim_projectId_idx" ON "Claim"("projectId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what was given to a project, and whether a file stands behind more than one piece (it is removed with the last of them).
CREATE INDEX "Evidence_given" ON "Evidence"("projectId") WHERE "projectId" IS NOT NULL;
CREATE INDEX "Evidence_file" ON "Evidence"("file") WHERE "file" IS NOT NULL;
