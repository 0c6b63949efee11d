-- CreateTable
CREATE TABLE "ProblemReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "accountId" TEXT,
    "at" DATETIME NOT NULL,
    "answer" TEXT,
    "handledBy" TEXT,
    "handledAt" DATETIME,
    CONSTRAINT "ProblemReport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ProblemReport_handledAt_at_idx" ON "ProblemReport"("handledAt", "at");

-- CreateIndex
CREATE INDEX "ProblemReport_accountId_at_idx" ON "ProblemReport"("accountId", "at");

-- CreateIndex
CREATE INDEX "ProblemReport_kind_subject_idx" ON "ProblemReport"("kind", "subject");
