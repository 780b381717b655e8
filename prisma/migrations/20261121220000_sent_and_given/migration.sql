-- The platform's own time of what was sent: what a person wrote before it belongs to the answer before.
ALTER TABLE "Outbox" ADD COLUMN "platformAt" TIMESTAMPTZ(3);

-- What a backend was first given, so that every retry gives the same.
ALTER TABLE "Issuance" ADD COLUMN "document" JSONB;

-- Places in the status lists of the built-in issuer, never used twice.
CREATE SEQUENCE "declic_status_index" MINVALUE 0 START 0;
