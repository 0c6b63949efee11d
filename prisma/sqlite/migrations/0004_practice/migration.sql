-- CreateTable
CREATE TABLE "PaperBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" TEXT,
    "problems" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "summary" TEXT,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    CONSTRAINT "PaperBatch_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalFact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "provinceCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "vi" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT
);

-- CreateTable
CREATE TABLE "PracticeVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "loadedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PracticeRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "accountId" TEXT,
    "sittingId" TEXT,
    "number" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "score" REAL,
    "result" TEXT,
    CONSTRAINT "PracticeRun_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PracticeRun_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticeMove" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "answerId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("runId", "number"),
    CONSTRAINT "PracticeMove_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PracticeRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PaperBatch_campaignId_createdAt_idx" ON "PaperBatch"("campaignId", "createdAt");

-- CreateIndex
CREATE INDEX "LocalFact_provinceCode_code_idx" ON "LocalFact"("provinceCode", "code");

-- CreateIndex
CREATE INDEX "PracticeVersion_code_version_idx" ON "PracticeVersion"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeRun_accountId_code_number_key" ON "PracticeRun"("accountId", "code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeRun_sittingId_code_key" ON "PracticeRun"("sittingId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeMove_runId_answerId_key" ON "PracticeMove"("runId", "answerId");

