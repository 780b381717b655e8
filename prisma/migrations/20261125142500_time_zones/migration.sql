-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "timeZone" TEXT;

-- AlterTable
ALTER TABLE "Structure" ADD COLUMN     "timeZone" TEXT;

-- By hand, from here on: what Prisma's schema language cannot say.

-- The zones that somebody is in, from one to the next (core/data/clocks.ts); Telegram tells none, so that most rows are not in it.
CREATE INDEX "Person_timeZone_idx" ON "Person"("timeZone") WHERE "timeZone" IS NOT NULL;
