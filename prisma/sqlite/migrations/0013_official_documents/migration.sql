-- CreateTable
CREATE TABLE "OfficialDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "communeCode" TEXT,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "campaignId" TEXT,
    "planId" TEXT,
    "classId" TEXT,
    "wording" TEXT NOT NULL,
    "dataMark" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "editedAt" DATETIME NOT NULL,
    "editedBy" TEXT NOT NULL,
    "removedAt" DATETIME,
    "removedBy" TEXT
);

-- CreateTable
CREATE TABLE "Letterhead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "provinceCode" TEXT NOT NULL,
    "letterhead" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "OfficialDocument_provinceCode_editedAt_idx" ON "OfficialDocument"("provinceCode", "editedAt");

-- CreateIndex
CREATE INDEX "OfficialDocument_communeCode_idx" ON "OfficialDocument"("communeCode");

-- CreateIndex
CREATE INDEX "Letterhead_provinceCode_idx" ON "Letterhead"("provinceCode");
