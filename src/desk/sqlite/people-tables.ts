/** Steps of the schema (schema.ts) that make the tables of rights and of the acts that change them; once released they are never changed. */

/** The log of acts (audit-records.ts): nothing in it is changed or taken away, not even by a mistake of the program's own. */
export const AUDIT_TABLES = `
  CREATE TABLE audit (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT,
    seal TEXT NOT NULL
  ) STRICT;
  CREATE TABLE auditHead (
    id INTEGER PRIMARY KEY CHECK (id = 0),
    n INTEGER NOT NULL,
    seal TEXT NOT NULL,
    ownSeal TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER auditStays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the log of acts is kept'); END;
  CREATE TRIGGER auditIsFixed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the log of acts is kept'); END
  `

/** Who has a role, and the invitations by which one is given; the level of table people is read no more. */
export const MEMBER_TABLES = `
  CREATE TABLE members (
    person TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('member', 'staff', 'admin')),
    code TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL,
    name TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    linkDigest TEXT NOT NULL UNIQUE,
    codeDigest TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('member', 'staff')),
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'used', 'declined', 'withdrawn')),
    person TEXT,
    name TEXT
  ) STRICT;
  CREATE INDEX invitationsPerson ON invitations (person) WHERE person IS NOT NULL;
  CREATE INDEX invitationsBy ON invitations (by)
  `
