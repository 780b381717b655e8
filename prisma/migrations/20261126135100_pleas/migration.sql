-- CreateTable
CREATE TABLE "Plea" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "words" TEXT,
    "media" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Plea_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Plea_personId_idx" ON "Plea"("personId");

-- CreateIndex
CREATE INDEX "Plea_claimId_idx" ON "Plea"("claimId");

-- AddForeignKey
ALTER TABLE "Plea" ADD CONSTRAINT "Plea_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plea" ADD CONSTRAINT "Plea_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who agreed to be asked for help, by place: few among all consents.
CREATE INDEX "Consent_found_idx" ON "Consent"("choice") WHERE "what" = 'found' AND "endedAt" IS NULL;
-- And what waits to be passed on.
CREATE INDEX "Plea_dueAt_idx" ON "Plea"("dueAt") WHERE "dueAt" IS NOT NULL;
