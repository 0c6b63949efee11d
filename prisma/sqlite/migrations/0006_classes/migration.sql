-- CreateTable
CREATE TABLE "TrainingClass" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "titleVi" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "aimVi" TEXT NOT NULL,
    "aimEn" TEXT NOT NULL,
    "competencies" TEXT NOT NULL,
    "modules" TEXT NOT NULL,
    "seats" INTEGER,
    "minShare" INTEGER NOT NULL DEFAULT 80,
    "passPercent" INTEGER,
    "quiz" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "cancelledAt" DATETIME,
    "cancelReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT
);

-- CreateTable
CREATE TABLE "ClassSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "endsAt" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "trainer" TEXT NOT NULL,
    CONSTRAINT "ClassSession_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassPlace" (
    "classId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT,
    "withdrawnAt" DATETIME,
    "withdrawnReason" TEXT,

    PRIMARY KEY ("classId", "personId"),
    CONSTRAINT "ClassPlace_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClassPlace_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendance" (
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL,
    "via" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT,

    PRIMARY KEY ("sessionId", "personId"),
    CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassSitting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "score" REAL,
    "ability" REAL,
    "error" REAL,
    "below" REAL,
    CONSTRAINT "ClassSitting_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClassSitting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassResponse" (
    "sittingId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("sittingId", "itemId"),
    CONSTRAINT "ClassResponse_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "ClassSitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables (a certificate of a class has no module)
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Certificate" (
    "number" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "moduleCode" TEXT,
    "moduleVersionId" TEXT,
    "classId" TEXT,
    "about" TEXT,
    "fullName" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "communeName" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "provinceName" TEXT NOT NULL,
    "score" REAL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "issuedAt" DATETIME NOT NULL,
    "supersededBy" TEXT,
    "revokedAt" DATETIME,
    "revokedBy" TEXT,
    "revokedReason" TEXT,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Certificate" ("number", "personId", "moduleCode", "moduleVersionId", "fullName", "communeCode", "communeName", "provinceCode", "provinceName", "score", "sample", "issuedAt", "supersededBy", "revokedAt", "revokedBy", "revokedReason") SELECT "number", "personId", "moduleCode", "moduleVersionId", "fullName", "communeCode", "communeName", "provinceCode", "provinceName", "score", "sample", "issuedAt", "supersededBy", "revokedAt", "revokedBy", "revokedReason" FROM "Certificate";
DROP TABLE "Certificate";
ALTER TABLE "new_Certificate" RENAME TO "Certificate";
CREATE INDEX "Certificate_personId_moduleCode_idx" ON "Certificate"("personId", "moduleCode");
CREATE INDEX "Certificate_classId_idx" ON "Certificate"("classId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "TrainingClass_provinceCode_idx" ON "TrainingClass"("provinceCode");

-- CreateIndex
CREATE INDEX "ClassSession_classId_date_idx" ON "ClassSession"("classId", "date");

-- CreateIndex
CREATE INDEX "ClassPlace_personId_idx" ON "ClassPlace"("personId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "ClassSitting_personId_idx" ON "ClassSitting"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassSitting_classId_personId_form_key" ON "ClassSitting"("classId", "personId", "form");
