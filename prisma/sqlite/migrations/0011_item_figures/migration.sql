-- CreateTable
CREATE TABLE "ItemAnalysis" (
    "campaignId" TEXT NOT NULL PRIMARY KEY,
    "final" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ItemFigure" (
    "campaignId" TEXT NOT NULL,
    "itemVersionId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "facility" REAL,
    "discriminationIndex" REAL,
    "difficulty" REAL NOT NULL,
    "discrimination" REAL NOT NULL,
    "infit" REAL,
    "flags" TEXT NOT NULL,

    PRIMARY KEY ("campaignId", "itemVersionId"),
    CONSTRAINT "ItemFigure_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "ItemAnalysis" ("campaignId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ItemFigure_itemVersionId_idx" ON "ItemFigure"("itemVersionId");
