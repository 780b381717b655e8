-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "leadsTo" TEXT,
ADD COLUMN     "place" TEXT;
