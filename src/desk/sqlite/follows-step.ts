/** A step of the tables (schema.ts): what people follow, what of the library has been seen, and the rounds in which news is told. */
export const FOLLOWS_STEP = `
  CREATE TABLE follows (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    topic TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX followsPerson ON follows (person);

  CREATE TABLE documentFacts (
    level TEXT NOT NULL,
    documentId TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (level, documentId, fact)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rounds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    items TEXT NOT NULL,
    firstAt INTEGER NOT NULL,
    lastAt INTEGER NOT NULL,
    cursor TEXT NOT NULL,
    isOpen INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX roundsOpen ON rounds (id) WHERE isOpen = 1;

  ALTER TABLE outbox ADD COLUMN round INTEGER;
  ALTER TABLE outbox ADD COLUMN isHandedOver INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX outboxRound ON outbox (round) WHERE round IS NOT NULL AND state = 'queued'
  `
