/**
 * The tables, as steps: file version n has had the first n of them. A step that has been released is never changed, only followed.
 * Columns are named as the port's fields, so that a row is the value. Nothing refers by foreign key: a case outlives its answer,
 * and a message may be queued before the answer that it belongs to is put. Every index is a page more to flush with each answer:
 * there is one for what is asked while somebody waits; the daily `expire` reads small tables through.
 */
import { FOLLOWS_STEP } from './follows-step.ts'
import { AUDIT_TABLES, MEMBER_TABLES } from './people-tables.ts'

export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE addresses (
    key TEXT PRIMARY KEY,
    telegramId INTEGER NOT NULL,
    seenAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- lane, chat, person, messageId and body are wiped when an item ends; message is a digest of chat and messageId, and stays
  -- only where the item was an edit, to make older versions void
  CREATE TABLE inbox (
    updateId INTEGER PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('new', 'working', 'done', 'apologised', 'dead')),
    isOpen INTEGER NOT NULL CHECK (isOpen = (state IN ('new', 'working'))),
    receivedAt INTEGER NOT NULL,
    editedAt INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    message BLOB,
    messageId INTEGER,
    lane TEXT,
    chat TEXT,
    person TEXT,
    body TEXT
  ) STRICT;
  CREATE INDEX inboxLane ON inbox (lane) WHERE isOpen = 1;
  CREATE INDEX inboxMessage ON inbox (message, editedAt) WHERE message IS NOT NULL;

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,
    body TEXT,
    answerId TEXT,
    caseId TEXT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'closed')),
    messageId INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    notBefore INTEGER NOT NULL DEFAULT 0,
    queuedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX outboxQueued ON outbox (id) WHERE state = 'queued';
  CREATE INDEX outboxMessage ON outbox (chat, messageId) WHERE messageId IS NOT NULL;
  CREATE INDEX outboxUnsentOf ON outbox (chat) WHERE messageId IS NULL;
  CREATE INDEX outboxAnswer ON outbox (answerId) WHERE answerId IS NOT NULL;
  CREATE INDEX outboxCase ON outbox (caseId) WHERE caseId IS NOT NULL;

  CREATE TABLE turns (
    conversation TEXT NOT NULL,
    messageId INTEGER NOT NULL,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    turn TEXT NOT NULL,
    PRIMARY KEY (conversation, messageId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX turnsPerson ON turns (person);

  CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    chat TEXT NOT NULL,
    lane TEXT NOT NULL,
    messageId INTEGER NOT NULL,
    at INTEGER NOT NULL,
    question TEXT NOT NULL,
    level TEXT NOT NULL,
    answer TEXT NOT NULL
  ) STRICT;
  CREATE INDEX answersMessage ON answers (chat, messageId);
  CREATE INDEX answersInGroups ON answers (person) WHERE person <> chat;
  CREATE INDEX answersAt ON answers (at);

  CREATE TABLE people (
    person TEXT PRIMARY KEY,
    greetedAt INTEGER,
    level TEXT NOT NULL DEFAULT 'public' CHECK (level IN ('public', 'member', 'staff'))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE usage (
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    questions INTEGER NOT NULL,
    PRIMARY KEY (person, day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cases (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    chat TEXT NOT NULL,
    lane TEXT NOT NULL,
    messageId INTEGER NOT NULL,
    answerId TEXT,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
    openedAt INTEGER NOT NULL,
    name TEXT,
    reply TEXT,
    repliedAt INTEGER,
    approvedAs TEXT,
    asked INTEGER NOT NULL DEFAULT 1,
    basisItem INTEGER,
    -- the question in a form that is the same however it is typed
    wording TEXT NOT NULL
  ) STRICT;
  CREATE INDEX casesOpen ON cases (n) WHERE state = 'open';
  CREATE UNIQUE INDEX casesAnswer ON cases (answerId) WHERE state = 'open';
  CREATE INDEX casesPerson ON cases (person);
  CREATE INDEX casesWording ON cases (wording) WHERE state = 'open';

  CREATE TABLE caseReplies (
    chat TEXT NOT NULL,
    messageId INTEGER NOT NULL,
    threadId INTEGER,
    caseId TEXT NOT NULL,
    text TEXT,
    itemId INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (chat, messageId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX caseRepliesCase ON caseReplies (caseId);

  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // the message that says that an update is being worked on, so that it is not left behind by a crash
  'ALTER TABLE inbox ADD COLUMN placeholder INTEGER',
  // a file that waits has no level until somebody chooses one
  `
  CREATE TABLE waitingUploads (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT,
    at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO waitingUploads SELECT id, person, path, name, level, at FROM uploads;
  DROP TABLE uploads;
  ALTER TABLE waitingUploads RENAME TO uploads
  `,
  // what questions have used of the models
  `
  CREATE TABLE spending (
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    cost REAL NOT NULL,
    PRIMARY KEY (person, day)
  ) STRICT, WITHOUT ROWID
  `,
  FOLLOWS_STEP,
  AUDIT_TABLES,
  MEMBER_TABLES,
  // how many questions a day came to what, without persons: kept when the answers go
  `
  CREATE TABLE dailyCounts (
    day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, outcome)
  ) STRICT, WITHOUT ROWID
  `,
]
