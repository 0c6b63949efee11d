-- RedefineTables (a long answer has no score until a person has marked it)
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_QuizResponse" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "score" REAL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "itemId"),
    CONSTRAINT "QuizResponse_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_QuizResponse" ("at", "attemptId", "itemId", "score", "value") SELECT "at", "attemptId", "itemId", "score", "value" FROM "QuizResponse";
DROP TABLE "QuizResponse";
ALTER TABLE "new_QuizResponse" RENAME TO "QuizResponse";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateTable
CREATE TABLE "EssayMark" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "waitingSince" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "levels" TEXT,
    "score" REAL,
    "comment" TEXT,
    "firstAt" DATETIME,
    "markedAt" DATETIME,
    "markedBy" TEXT,
    CONSTRAINT "EssayMark_attemptId_itemId_fkey" FOREIGN KEY ("attemptId", "itemId") REFERENCES "QuizResponse" ("attemptId", "itemId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "EssayMark_score_waitingSince_idx" ON "EssayMark"("score", "waitingSince");

-- CreateIndex
CREATE INDEX "EssayMark_markedBy_markedAt_idx" ON "EssayMark"("markedBy", "markedAt");

-- CreateIndex
CREATE UNIQUE INDEX "EssayMark_attemptId_itemId_key" ON "EssayMark"("attemptId", "itemId");
