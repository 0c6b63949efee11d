-- CreateTable
CREATE TABLE "Indicator" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unitVi" TEXT NOT NULL,
    "unitEn" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "IndicatorImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "undoneAt" DATETIME,
    "undoneBy" TEXT
);

-- CreateTable
CREATE TABLE "IndicatorValue" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "importId" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "of" INTEGER,
    "source" TEXT NOT NULL,
    CONSTRAINT "IndicatorValue_importId_fkey" FOREIGN KEY ("importId") REFERENCES "IndicatorImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndicatorValue_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_provinceCode_code_key" ON "Indicator"("provinceCode", "code");

-- CreateIndex
CREATE INDEX "IndicatorImport_provinceCode_at_idx" ON "IndicatorImport"("provinceCode", "at");

-- CreateIndex
CREATE INDEX "IndicatorValue_indicatorId_communeCode_date_idx" ON "IndicatorValue"("indicatorId", "communeCode", "date");

-- CreateIndex
CREATE INDEX "IndicatorValue_importId_idx" ON "IndicatorValue"("importId");
