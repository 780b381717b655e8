-- CreateTable
CREATE TABLE "Conversation" (
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "reference" JSONB NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("channel","chat")
);
