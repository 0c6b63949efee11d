-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "file" BLOB,
    "format" TEXT,
    "state" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '[]',
    "problem" TEXT,
    "summary" TEXT,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportQuestion" (
    "batchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line" INTEGER,
    "name" TEXT,
    "category" TEXT NOT NULL,
    "item" TEXT,
    "losses" TEXT NOT NULL,
    "taken" BOOLEAN NOT NULL,

    PRIMARY KEY ("batchId", "number"),
    CONSTRAINT "ImportQuestion_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportPicture" (
    "batchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "src" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("batchId", "number", "src"),
    CONSTRAINT "ImportPicture_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportBatch_accountId_createdAt_idx" ON "ImportBatch"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportBatch_state_createdAt_idx" ON "ImportBatch"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ImportPicture_batchId_hash_idx" ON "ImportPicture"("batchId", "hash");
