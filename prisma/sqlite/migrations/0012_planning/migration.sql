-- CreateTable
CREATE TABLE "MailMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "title" TEXT,
    "text" TEXT,
    "attachments" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL,
    "failure" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT
);

-- CreateTable
CREATE TABLE "ReminderPlan" (
    "campaignId" TEXT NOT NULL PRIMARY KEY,
    "daysBefore" TEXT NOT NULL,
    "sentFor" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CommuneContact" (
    "communeCode" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT
);

-- CreateTable
CREATE TABLE "CommuneCluster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "communes" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CommuneLocation" (
    "communeCode" TEXT NOT NULL PRIMARY KEY,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TrainingPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "campaignId" TEXT,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "basis" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "approvedAt" DATETIME,
    "approvedBy" TEXT,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PlanScenario" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'editing',
    "jobId" TEXT,
    "solvedRevision" INTEGER,
    "problem" TEXT,
    "result" TEXT,
    "chosen" BOOLEAN NOT NULL DEFAULT false,
    "editedAt" DATETIME NOT NULL,
    "editedBy" TEXT NOT NULL,
    "solvedAt" DATETIME,
    CONSTRAINT "PlanScenario_planId_fkey" FOREIGN KEY ("planId") REFERENCES "TrainingPlan" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlannedClass" (
    "classId" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "expected" REAL NOT NULL,
    "cost" REAL NOT NULL,
    CONSTRAINT "PlannedClass_planId_fkey" FOREIGN KEY ("planId") REFERENCES "TrainingPlan" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PlannedClass_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "PlanScenario" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassQuota" (
    "classId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "positionCode" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,

    PRIMARY KEY ("classId", "communeCode", "positionCode"),
    CONSTRAINT "ClassQuota_classId_fkey" FOREIGN KEY ("classId") REFERENCES "PlannedClass" ("classId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanLetter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "madeBy" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "mailId" TEXT,
    "handedAt" DATETIME,
    "readAt" DATETIME
);

-- CreateTable
CREATE TABLE "PlanTrainer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "skills" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "daysPerWeek" INTEGER NOT NULL DEFAULT 5,
    "away" TEXT NOT NULL,
    "email" TEXT,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PlanVenue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "communeCode" TEXT,
    "seats" INTEGER NOT NULL,
    "rooms" INTEGER NOT NULL DEFAULT 1,
    "closed" TEXT NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "VenueTravel" (
    "venueId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "hours" REAL NOT NULL,

    PRIMARY KEY ("venueId", "communeCode"),
    CONSTRAINT "VenueTravel_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "PlanVenue" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CostNorms" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "provinceCode" TEXT NOT NULL,
    "norms" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PlanEffect" (
    "planId" TEXT NOT NULL,
    "laterCampaignId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("planId", "laterCampaignId")
);

-- CreateIndex
CREATE INDEX "MailMessage_state_nextAt_idx" ON "MailMessage"("state", "nextAt");

-- CreateIndex
CREATE INDEX "MailMessage_kind_subject_idx" ON "MailMessage"("kind", "subject");

-- CreateIndex
CREATE INDEX "Nudge_campaignId_communeCode_idx" ON "Nudge"("campaignId", "communeCode");

-- CreateIndex
CREATE INDEX "CommuneCluster_provinceCode_idx" ON "CommuneCluster"("provinceCode");

-- CreateIndex
CREATE INDEX "TrainingPlan_provinceCode_state_idx" ON "TrainingPlan"("provinceCode", "state");

-- CreateIndex
CREATE UNIQUE INDEX "PlanScenario_planId_number_key" ON "PlanScenario"("planId", "number");

-- CreateIndex
CREATE INDEX "PlannedClass_planId_idx" ON "PlannedClass"("planId");

-- CreateIndex
CREATE INDEX "ClassQuota_communeCode_idx" ON "ClassQuota"("communeCode");

-- CreateIndex
CREATE INDEX "PlanLetter_planId_idx" ON "PlanLetter"("planId");

-- CreateIndex
CREATE INDEX "PlanLetter_classId_communeCode_idx" ON "PlanLetter"("classId", "communeCode");

-- CreateIndex
CREATE INDEX "PlanLetter_communeCode_idx" ON "PlanLetter"("communeCode");

-- CreateIndex
CREATE INDEX "PlanTrainer_provinceCode_idx" ON "PlanTrainer"("provinceCode");

-- CreateIndex
CREATE INDEX "PlanVenue_provinceCode_idx" ON "PlanVenue"("provinceCode");

-- CreateIndex
CREATE INDEX "VenueTravel_communeCode_idx" ON "VenueTravel"("communeCode");

-- CreateIndex
CREATE INDEX "CostNorms_provinceCode_idx" ON "CostNorms"("provinceCode");

