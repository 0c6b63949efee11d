-- CreateTable
CREATE TABLE "RequestStanding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "campaignId" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "who" TEXT,
    "inCharge" TEXT,
    "dueOn" TEXT,
    "answer" TEXT,
    "reason" TEXT,
    "change" TEXT NOT NULL,
    "undoes" TEXT,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "RequestStanding_campaignId_request_communeCode_idx" ON "RequestStanding"("campaignId", "request", "communeCode");

-- CreateIndex
CREATE INDEX "RequestStanding_change_idx" ON "RequestStanding"("change");
