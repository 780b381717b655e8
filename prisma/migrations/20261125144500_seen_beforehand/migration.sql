-- A trainer sees what will leave before it leaves by itself, and can drop one nudge without ending the workshop. A sentence is only for
-- people of its own language, whoever leads the workshop by then.

-- AlterTable
ALTER TABLE "Workshop" ADD COLUMN     "cancelled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sentenceIn" TEXT,
ADD COLUMN     "tellAt" TIMESTAMPTZ(3);

-- By hand: what was written so far is in the language of whoever opened the workshop.
UPDATE "Workshop" w SET "sentenceIn" = p.language FROM "Person" p WHERE p.id = w."openedBy" AND w.sentence IS NOT NULL;

CREATE INDEX "Workshop_tellAt_idx" ON "Workshop"("tellAt") WHERE "tellAt" IS NOT NULL;
