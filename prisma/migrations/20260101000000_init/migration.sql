-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trial" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Structure" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT,
    "nameConfirmed" BOOLEAN NOT NULL,
    "role" TEXT,
    "language" TEXT NOT NULL,
    "address" TEXT,
    "structureId" TEXT,
    "focus" JSONB,
    "said" JSONB NOT NULL,
    "email" TEXT,
    "stoppedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "chat" TEXT NOT NULL,
    "profileName" TEXT,
    "unreachableAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("channel","externalId")
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" UUID NOT NULL,
    "structureId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("personId","structureId","role")
);

-- CreateTable
CREATE TABLE "Badge" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,

    CONSTRAINT "Badge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BadgeVersion" (
    "id" TEXT NOT NULL,
    "badgeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "meaning" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BadgeVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "structureId" TEXT,
    "name" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "usedBy" UUID,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "structureId" TEXT,
    "badgeId" TEXT NOT NULL,
    "badgeVersionId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedThrough" TEXT NOT NULL,
    "witness" TEXT,
    "audience" TEXT,
    "email" TEXT,
    "gatheredAt" TIMESTAMPTZ(3),
    "narrative" TEXT,
    "digest" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "sendings" JSONB NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "expiredAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,
    "sharedAt" TIMESTAMPTZ(3),
    "remindAt" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "prompt" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "text" TEXT,
    "level" INTEGER,
    "skipped" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,
    "source" TEXT,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "prompt" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caption" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,
    "source" TEXT,
    "media" JSONB,
    "album" TEXT,
    "seconds" INTEGER,
    "state" TEXT NOT NULL,
    "refusal" TEXT,
    "mediaType" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "sourceSha256" TEXT,
    "file" TEXT,
    "thumbnail" TEXT,
    "url" TEXT,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "endorserId" UUID,
    "boundAt" TIMESTAMPTZ(3),
    "name" TEXT,
    "role" TEXT,
    "organisation" TEXT,
    "standing" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "channel" TEXT,
    "shownDigest" TEXT,
    "verdict" TEXT,
    "comment" TEXT,
    "unclear" TEXT,
    "at" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "credential" JSONB,

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "by" UUID,
    "byName" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" TEXT NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issuance" (
    "id" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "backend" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT,
    "url" TEXT,
    "credential" JSONB,
    "error" TEXT,
    "statusIndex" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "issuedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Issuance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbound" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Inbound_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "to" TEXT NOT NULL,
    "personId" UUID,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "leasedBy" TEXT,
    "leasedTill" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "platformId" TEXT,
    "failure" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "through" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Membership_structureId_role_idx" ON "Membership"("structureId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "BadgeVersion_badgeId_number_key" ON "BadgeVersion"("badgeId", "number");

-- CreateIndex
CREATE INDEX "Link_subject_idx" ON "Link"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_token_key" ON "Claim"("token");

-- CreateIndex
CREATE INDEX "Claim_personId_idx" ON "Claim"("personId");

-- CreateIndex
CREATE INDEX "Claim_structureId_idx" ON "Claim"("structureId");

-- CreateIndex
CREATE INDEX "Answer_claimId_idx" ON "Answer"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");

-- CreateIndex
CREATE INDEX "Consent_claimId_idx" ON "Consent"("claimId");

-- CreateIndex
CREATE INDEX "Endorsement_claimId_idx" ON "Endorsement"("claimId");

-- CreateIndex
CREATE INDEX "Endorsement_endorserId_idx" ON "Endorsement"("endorserId");

-- CreateIndex
CREATE INDEX "Decision_claimId_idx" ON "Decision"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Issuance_statusIndex_key" ON "Issuance"("statusIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Issuance_claimId_backend_key" ON "Issuance"("claimId", "backend");

-- CreateIndex
CREATE INDEX "Inbound_at_idx" ON "Inbound"("at");

-- CreateIndex
CREATE INDEX "Outbox_to_seq_idx" ON "Outbox"("to", "seq");

-- CreateIndex
CREATE INDEX "Outbox_personId_idx" ON "Outbox"("personId");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_idx" ON "AuditEvent"("subject");

-- AddForeignKey
ALTER TABLE "Structure" ADD CONSTRAINT "Structure_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "Structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Badge" ADD CONSTRAINT "Badge_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BadgeVersion" ADD CONSTRAINT "BadgeVersion_badgeId_fkey" FOREIGN KEY ("badgeId") REFERENCES "Badge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "Structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_badgeVersionId_fkey" FOREIGN KEY ("badgeVersionId") REFERENCES "BadgeVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issuance" ADD CONSTRAINT "Issuance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand, from here on: what Prisma's schema language cannot say.

-- Reminders that are due: most claims have none.
CREATE INDEX "Claim_remindAt_idx" ON "Claim"("remindAt") WHERE "remindAt" IS NOT NULL;

-- Messages that wait to be sent, in order per chat: a small index beside a long history.
CREATE INDEX "Outbox_waiting_idx" ON "Outbox"("to", "seq") WHERE "sentAt" IS NULL AND "failure" IS NULL;

-- The turn's guard: rolls the whole statement back when rows that it read have changed since.
CREATE FUNCTION declic_expect(found bigint, wanted bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF $1 IS DISTINCT FROM $2 THEN -- numbers, because FOUND is plpgsql's own
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'stale';
  END IF;
  RETURN true;
END
$$;
