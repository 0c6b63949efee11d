-- CreateTable
CREATE TABLE "ModuleVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "loadedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Figure" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "personId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "lastLesson" TEXT,
    "startedAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL,
    "bestScore" REAL,
    "passedAt" DATETIME,
    "finishedAt" DATETIME,
    "finishedVersionId" TEXT,

    PRIMARY KEY ("personId", "moduleCode"),
    CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningRecord" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "moduleVersionId" TEXT NOT NULL,
    "lessonCode" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LearningRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuizAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "moduleVersionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "items" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "score" REAL,
    "passed" BOOLEAN,
    CONSTRAINT "QuizAttempt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuizResponse" (
    "attemptId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "itemId"),
    CONSTRAINT "QuizResponse_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certificate" (
    "number" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "moduleVersionId" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "communeName" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "provinceName" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "issuedAt" DATETIME NOT NULL,
    "supersededBy" TEXT,
    "revokedAt" DATETIME,
    "revokedBy" TEXT,
    "revokedReason" TEXT,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommunityTeam" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communeCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT
);

-- AlterTable (a column with a reference can be added where it is null, so the table and what refers to it stay as they are)
ALTER TABLE "Person" ADD COLUMN "teamId" TEXT REFERENCES "CommunityTeam" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Person_teamId_idx" ON "Person"("teamId");

-- CreateIndex
CREATE INDEX "ModuleVersion_code_version_idx" ON "ModuleVersion"("code", "version");

-- CreateIndex
CREATE INDEX "Enrolment_moduleCode_idx" ON "Enrolment"("moduleCode");

-- CreateIndex
CREATE UNIQUE INDEX "LearningRecord_personId_moduleCode_lessonCode_verb_key" ON "LearningRecord"("personId", "moduleCode", "lessonCode", "verb");

-- CreateIndex
CREATE UNIQUE INDEX "QuizAttempt_personId_moduleCode_number_key" ON "QuizAttempt"("personId", "moduleCode", "number");

-- CreateIndex
CREATE INDEX "Certificate_personId_moduleCode_idx" ON "Certificate"("personId", "moduleCode");

-- CreateIndex
CREATE UNIQUE INDEX "CommunityTeam_communeCode_name_key" ON "CommunityTeam"("communeCode", "name");

