-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "personId" TEXT,
    "passwordHash" TEXT,
    "passwordChangedAt" DATETIME,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "lastSignInAt" DATETIME,
    "disabledAt" DATETIME,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "textSize" INTEGER NOT NULL DEFAULT 1,
    "contrast" TEXT NOT NULL DEFAULT 'normal',
    "slipNoticeAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "provinceCode" TEXT,
    "communeCode" TEXT,
    "grantedAt" DATETIME NOT NULL,
    "grantedBy" TEXT,
    CONSTRAINT "RoleGrant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActivationSlip" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "ActivationSlip_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Installation" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "accountId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" TEXT
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "personFormVersionId" TEXT NOT NULL,
    "communeFormVersionId" TEXT,
    "frameworkVersionId" TEXT NOT NULL,
    "communeCodes" TEXT NOT NULL,
    "positionCodes" TEXT,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "systems" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Invitee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "positionCodes" TEXT NOT NULL,
    "positionCode" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "targets" TEXT NOT NULL,
    CONSTRAINT "Invitee_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Sitting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "inviteeId" TEXT,
    "communeCode" TEXT NOT NULL,
    "communeKey" TEXT,
    "accountId" TEXT,
    "formVersionId" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    CONSTRAINT "Sitting_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Sitting_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "Invitee" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Response" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sittingId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "score" REAL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Response_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SittingResult" (
    "sittingId" TEXT NOT NULL,
    "competency" TEXT NOT NULL,
    "points" REAL NOT NULL,
    "maxPoints" REAL NOT NULL,
    "answered" INTEGER NOT NULL,
    "level" INTEGER,
    "target" INTEGER NOT NULL,
    "selfLevel" INTEGER,

    PRIMARY KEY ("sittingId", "competency"),
    CONSTRAINT "SittingResult_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GapCell" (
    "campaignId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "groupKind" TEXT NOT NULL,
    "groupCode" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "below" INTEGER NOT NULL,
    "selfN" INTEGER NOT NULL,
    "selfSum" REAL NOT NULL,
    "levelSum" REAL NOT NULL,

    PRIMARY KEY ("campaignId", "communeCode", "groupKind", "groupCode", "measure")
);

-- CreateTable
CREATE TABLE "ConditionCell" (
    "campaignId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "groupKind" TEXT NOT NULL,
    "groupCode" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("campaignId", "communeCode", "groupKind", "groupCode", "question", "option")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FrameworkVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "loadedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "competency" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "loadedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FormVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "respondent" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "loadedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TargetProfile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "provinceCode" TEXT,
    "positionCode" TEXT NOT NULL,
    "frameworkCode" TEXT NOT NULL,
    "targets" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffCode" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "birthDate" TEXT,
    "sex" TEXT,
    "email" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PersonCommune" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "communeCode" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "PersonCommune_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonPosition" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "positionCode" TEXT NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 0,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "PersonPosition_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "file" BLOB,
    "options" TEXT NOT NULL,
    "preview" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "summary" TEXT,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Province" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT
);

-- CreateTable
CREATE TABLE "Commune" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    CONSTRAINT "Commune_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommuneSuccession" (
    "fromCode" TEXT NOT NULL,
    "toCode" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    PRIMARY KEY ("fromCode", "toCode"),
    CONSTRAINT "CommuneSuccession_fromCode_fkey" FOREIGN KEY ("fromCode") REFERENCES "Commune" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CommuneSuccession_toCode_fkey" FOREIGN KEY ("toCode") REFERENCES "Commune" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Department" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Position" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "departmentCode" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Position_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkSystem" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_accountId_idx" ON "RoleGrant"("accountId");

-- CreateIndex
CREATE INDEX "RoleGrant_communeCode_role_idx" ON "RoleGrant"("communeCode", "role");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ActivationSlip_codeHash_key" ON "ActivationSlip"("codeHash");

-- CreateIndex
CREATE INDEX "ActivationSlip_accountId_idx" ON "ActivationSlip"("accountId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Campaign_provinceCode_state_idx" ON "Campaign"("provinceCode", "state");

-- CreateIndex
CREATE INDEX "Invitee_personId_idx" ON "Invitee"("personId");

-- CreateIndex
CREATE INDEX "Invitee_campaignId_communeCode_idx" ON "Invitee"("campaignId", "communeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Invitee_campaignId_personId_key" ON "Invitee"("campaignId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Sitting_inviteeId_key" ON "Sitting"("inviteeId");

-- CreateIndex
CREATE UNIQUE INDEX "Sitting_communeKey_key" ON "Sitting"("communeKey");

-- CreateIndex
CREATE INDEX "Sitting_campaignId_kind_communeCode_idx" ON "Sitting"("campaignId", "kind", "communeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Response_sittingId_step_answerId_value_key" ON "Response"("sittingId", "step", "answerId", "value");

-- CreateIndex
CREATE INDEX "Consent_personId_campaignId_idx" ON "Consent"("personId", "campaignId");

-- CreateIndex
CREATE INDEX "ItemVersion_competency_level_idx" ON "ItemVersion"("competency", "level");

-- CreateIndex
CREATE INDEX "TargetProfile_positionCode_provinceCode_idx" ON "TargetProfile"("positionCode", "provinceCode");

-- CreateIndex
CREATE UNIQUE INDEX "Person_staffCode_key" ON "Person"("staffCode");

-- CreateIndex
CREATE INDEX "Person_provinceCode_nameFolded_idx" ON "Person"("provinceCode", "nameFolded");

-- CreateIndex
CREATE INDEX "PersonCommune_communeCode_until_idx" ON "PersonCommune"("communeCode", "until");

-- CreateIndex
CREATE INDEX "PersonCommune_personId_until_idx" ON "PersonCommune"("personId", "until");

-- CreateIndex
CREATE INDEX "PersonPosition_personId_until_idx" ON "PersonPosition"("personId", "until");

-- CreateIndex
CREATE INDEX "PersonPosition_positionCode_until_idx" ON "PersonPosition"("positionCode", "until");

-- CreateIndex
CREATE INDEX "RosterImport_provinceCode_createdAt_idx" ON "RosterImport"("provinceCode", "createdAt");

-- CreateIndex
CREATE INDEX "Commune_provinceCode_validTo_idx" ON "Commune"("provinceCode", "validTo");

-- CreateIndex
CREATE INDEX "CommuneSuccession_toCode_idx" ON "CommuneSuccession"("toCode");

