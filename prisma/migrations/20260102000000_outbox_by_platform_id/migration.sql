-- A reply, an edit or a tap names a message by its platform's id: which question was it?
CREATE INDEX "Outbox_to_platformId_idx" ON "Outbox"("to", "platformId");
