-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "workshopId" UUID;

-- CreateTable
CREATE TABLE "Workshop" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "structureId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "openedBy" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "badges" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "spoken" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "group" TEXT,
    "sentence" TEXT,
    "followUps" JSONB NOT NULL,
    "nudgeAt" TIMESTAMPTZ(3),
    "nudges" INTEGER NOT NULL,
    "boards" JSONB NOT NULL,

    CONSTRAINT "Workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "workshopId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("workshopId","personId")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "workshopId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "markedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("personId","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workshop_code_key" ON "Workshop"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Workshop_spoken_key" ON "Workshop"("spoken");

-- CreateIndex
CREATE INDEX "Workshop_structureId_idx" ON "Workshop"("structureId");

-- CreateIndex
CREATE INDEX "Workshop_openedBy_idx" ON "Workshop"("openedBy");

-- CreateIndex
CREATE INDEX "Enrolment_personId_idx" ON "Enrolment"("personId");

-- CreateIndex
CREATE INDEX "Nudge_workshopId_round_idx" ON "Nudge"("workshopId", "round");

-- CreateIndex
CREATE INDEX "Claim_workshopId_idx" ON "Claim"("workshopId");

-- AddForeignKey
ALTER TABLE "Workshop" ADD CONSTRAINT "Workshop_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "Structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand, from here on: what Prisma's schema language cannot say.

-- Workshops whose count is live, and those whose nudge is due.
CREATE INDEX "Workshop_live_idx" ON "Workshop"("endsAt") WHERE "closedAt" IS NULL;
CREATE INDEX "Workshop_nudgeAt_idx" ON "Workshop"("nudgeAt") WHERE "nudgeAt" IS NOT NULL;

-- Nudges that wait to be sent: none, most of the time.
CREATE INDEX "Nudge_waiting_idx" ON "Nudge"("plannedAt") WHERE "markedAt" IS NULL;
