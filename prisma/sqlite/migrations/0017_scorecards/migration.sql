-- CreateTable
CREATE TABLE "ScorecardVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "number" INTEGER,
    "card" TEXT NOT NULL,
    "validFrom" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" DATETIME,
    "publishedBy" TEXT
);

-- CreateTable
CREATE TABLE "ScorecardEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "provinceCode" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "meaning" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "decidedAt" DATETIME,
    "decidedBy" TEXT
);

-- CreateTable
CREATE TABLE "ScorecardSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "takenAt" DATETIME NOT NULL,
    "takenBy" TEXT NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ScorecardScore" (
    "snapshotId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scores" TEXT NOT NULL,

    PRIMARY KEY ("snapshotId", "communeCode"),
    CONSTRAINT "ScorecardScore_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ScorecardSnapshot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ScorecardVersion_provinceCode_number_key" ON "ScorecardVersion"("provinceCode", "number");

-- CreateIndex
CREATE INDEX "ScorecardEntry_provinceCode_communeCode_criterion_idx" ON "ScorecardEntry"("provinceCode", "communeCode", "criterion");

-- CreateIndex
CREATE INDEX "ScorecardSnapshot_provinceCode_takenAt_idx" ON "ScorecardSnapshot"("provinceCode", "takenAt");

-- CreateIndex
CREATE INDEX "ScorecardScore_communeCode_idx" ON "ScorecardScore"("communeCode");
