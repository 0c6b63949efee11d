-- CreateTable
CREATE TABLE "SittingItem" (
    "sittingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "itemVersionId" TEXT NOT NULL,
    "pilot" BOOLEAN NOT NULL,
    "trace" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("sittingId", "number"),
    CONSTRAINT "SittingItem_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemExposure" (
    "campaignId" TEXT NOT NULL,
    "itemVersionId" TEXT NOT NULL,
    "shown" INTEGER NOT NULL,

    PRIMARY KEY ("campaignId", "itemVersionId")
);

-- CreateTable
CREATE TABLE "SittingAbility" (
    "sittingId" TEXT NOT NULL PRIMARY KEY,
    "standardId" INTEGER NOT NULL,
    "parameterVersionId" INTEGER,
    "sites" TEXT NOT NULL,
    "mean" TEXT NOT NULL,
    "sd" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "rapid" INTEGER NOT NULL,
    "stopped" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SittingAbility_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Estimate" (
    "campaignId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "measured" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "share" REAL NOT NULL,
    "shareLow" REAL NOT NULL,
    "shareHigh" REAL NOT NULL,
    "distance" REAL NOT NULL,
    "distanceSd" REAL NOT NULL,
    "distanceLow" REAL NOT NULL,
    "distanceHigh" REAL NOT NULL,
    "informed" BOOLEAN NOT NULL,
    "rankLow" INTEGER,
    "rankHigh" INTEGER,
    "rankOf" INTEGER,
    "higher" REAL,

    PRIMARY KEY ("campaignId", "place", "group", "measure")
);

-- CreateTable
CREATE TABLE "ReleasedPart" (
    "campaignId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "data" TEXT NOT NULL,

    PRIMARY KEY ("campaignId", "part")
);

-- CreateTable
CREATE TABLE "MeasurementStandard" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "frameworkCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "shipped" BOOLEAN NOT NULL,
    "data" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT
);

-- CreateTable
CREATE TABLE "ParameterVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL,
    "parentId" INTEGER,
    "options" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "decidedAt" DATETIME,
    "decidedBy" TEXT
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "provinceCode" TEXT,
    "input" TEXT,
    "state" TEXT NOT NULL,
    "stage" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" TEXT,
    "failure" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "startedAt" DATETIME,
    "finishedAt" DATETIME
);

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN "quizMode" TEXT NOT NULL DEFAULT 'fixed';
ALTER TABLE "Campaign" ADD COLUMN "standardId" INTEGER;
ALTER TABLE "Campaign" ADD COLUMN "parameterVersionId" INTEGER;
ALTER TABLE "Campaign" ADD COLUMN "estimatedAt" DATETIME;
ALTER TABLE "Sitting" ADD COLUMN "parallel" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "SittingResult" ADD COLUMN "ability" REAL;
ALTER TABLE "SittingResult" ADD COLUMN "sd" REAL;
ALTER TABLE "SittingResult" ADD COLUMN "below" REAL;
ALTER TABLE "SittingResult" ADD COLUMN "informed" BOOLEAN NOT NULL DEFAULT false;

-- Sums of scores become sums of estimates; the job that estimates a closed campaign counts them anew.
ALTER TABLE "GapCell" DROP COLUMN "below";
ALTER TABLE "GapCell" ADD COLUMN "below" REAL NOT NULL DEFAULT 0;
ALTER TABLE "GapCell" ADD COLUMN "distance" REAL NOT NULL DEFAULT 0;
ALTER TABLE "GapCell" ADD COLUMN "variance" REAL NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "SittingItem_sittingId_itemVersionId_key" ON "SittingItem"("sittingId", "itemVersionId");

-- CreateIndex
CREATE INDEX "MeasurementStandard_frameworkCode_idx" ON "MeasurementStandard"("frameworkCode");

-- CreateIndex
CREATE INDEX "Job_kind_subject_idx" ON "Job"("kind", "subject");

-- CreateIndex
CREATE INDEX "Job_state_idx" ON "Job"("state");
