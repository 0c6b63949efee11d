-- CreateTable
CREATE TABLE "DocumentImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "file" BLOB,
    "kind" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "losses" TEXT NOT NULL DEFAULT '[]',
    "problem" TEXT,
    "lessonCount" INTEGER,
    "draftId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "DocumentLesson" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "taken" BOOLEAN NOT NULL,

    PRIMARY KEY ("documentId", "number"),
    CONSTRAINT "DocumentLesson_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DocumentImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DocumentPicture" (
    "documentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("documentId", "name"),
    CONSTRAINT "DocumentPicture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DocumentImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DocumentImport_accountId_createdAt_idx" ON "DocumentImport"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "DocumentImport_state_createdAt_idx" ON "DocumentImport"("state", "createdAt");
