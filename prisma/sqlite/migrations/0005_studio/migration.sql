-- AlterTable
ALTER TABLE "ItemVersion" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'content';

-- AlterTable
ALTER TABLE "FormVersion" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'content';

-- AlterTable
ALTER TABLE "ModuleVersion" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'content';

-- AlterTable
ALTER TABLE "PracticeVersion" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'content';

-- CreateTable
CREATE TABLE "ContentDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "confirmed" TEXT NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL,
    "baseId" TEXT,
    "publishedId" TEXT,
    "state" TEXT NOT NULL,
    "competency" TEXT,
    "level" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "deletedAt" DATETIME
);

-- CreateTable
CREATE TABLE "DraftRevision" (
    "draftId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "data" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,

    PRIMARY KEY ("draftId", "number"),
    CONSTRAINT "DraftRevision_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "path" TEXT,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedBy" TEXT,
    CONSTRAINT "DraftComment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "DraftReview_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftPresence" (
    "draftId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("draftId", "accountId"),
    CONSTRAINT "DraftPresence_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ItemVersion_code_version_idx" ON "ItemVersion"("code", "version");

-- CreateIndex
CREATE INDEX "ContentDraft_kind_code_idx" ON "ContentDraft"("kind", "code");

-- CreateIndex
CREATE INDEX "ContentDraft_state_updatedAt_idx" ON "ContentDraft"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "ContentDraft_createdBy_idx" ON "ContentDraft"("createdBy");

-- CreateIndex
CREATE INDEX "ContentDraft_publishedId_idx" ON "ContentDraft"("publishedId");

-- CreateIndex
CREATE INDEX "DraftComment_draftId_at_idx" ON "DraftComment"("draftId", "at");

-- CreateIndex
CREATE INDEX "DraftReview_draftId_at_idx" ON "DraftReview"("draftId", "at");
