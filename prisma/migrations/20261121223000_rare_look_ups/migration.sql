-- Look-ups that are rare, and must not read whole tables: an export or an erasure (who did what), a chat that blocks us or moves,
-- the public list of what was revoked, and what failed, for operators.
CREATE INDEX "Account_channel_chat_idx" ON "Account"("channel", "chat");
CREATE INDEX "AuditEvent_actor_idx" ON "AuditEvent"("actor");
CREATE INDEX "Decision_by_idx" ON "Decision"("by");
CREATE INDEX "Link_usedBy_idx" ON "Link"("usedBy");
CREATE INDEX "Claim_revoked_idx" ON "Claim"("organisationId") WHERE "revokedAt" IS NOT NULL;
CREATE INDEX "Outbox_unsent_idx" ON "Outbox"("seq") WHERE "sentAt" IS NULL;
