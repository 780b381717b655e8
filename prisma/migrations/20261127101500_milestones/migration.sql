-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "restsOn" JSONB;
