// The house plan (ARCHITECTURE.md) as rules: arrows only go down, and each library is known to one room.
const mayImport = {
  'src/access': [],
  'src/telemetry': [],
  'src/text': [],
  'src/config': ['src/access'],
  'src/models': ['src/text', 'src/access'],
  'src/documents': ['src/text', 'src/access'],
  'src/search': [
    'src/documents/(document|validity)',
    'src/models/(model|model-error|estimate-tokens)',
    'src/text',
    'src/access',
  ],
  'src/ingest': [
    'src/documents',
    'src/models/model',
    'src/search/search-index',
    'src/text',
    'src/access',
    'src/write-whole',
  ],
  'src/gather': ['src/text', 'src/access', 'src/write-whole'],
  'src/write-whole': [],
  'src/settle-heap': [],
  'src/answer': [
    'src/search/(search-index|retrieval|retrieve|look-up|query/understood-text)',
    'src/documents/(document|validity|structure/section-at)',
    'src/models/(model|model-error|question-models)',
    'src/text',
    'src/access',
  ],
  'src/desk': [
    'src/answer/answer',
    'src/models/guard/budget',
    'src/search/search-index',
    'src/documents/document',
    'src/config',
    'src/text',
    'src/access',
  ],
  'src/bot': [
    'src/desk',
    'src/answer/(answer|source-line|document-names|digest)',
    // a comparison is shown page by page, not as an answer
    'src/answer/compare/(comparison|compare-documents|changes-of|sum-of|which-pair)',
    'src/search/(search-index|look-up)',
    'src/ingest/report',
    'src/gather/gather-report',
    'src/documents/document',
    'src/config',
    'src/telemetry',
    'src/text',
    'src/access',
  ],
  'src/ask': ['src/answer', 'src/models', 'src/search', 'src/config', 'src/telemetry', 'src/text', 'src/access'],
  'src/units-file': ['src/answer/units'],
  'src/(staff-house|change-documents)': [
    'src/change-documents',
    'src/answer/snippets',
    'src/bot/staff-house',
    'src/search',
    'src/ingest',
    'src/documents/(document|metadata/overrides)',
    'src/text',
    'src/access',
  ],
  'src/choose-models': ['src/models', 'src/config', 'src/telemetry', 'src/text', 'src/access'],
  'src/ingest-aside-child': ['src/app', 'src/config', 'src/ingest/(aside-messages|find-files)'],
  'src/gather-due': ['src/gather', 'src/ingest/ingest-aside'],
  'src/gather-aside-child': ['src/gather', 'src/search/snapshot/index-lock'],
  'src/terminal': [
    'src/app',
    'src/models/model-error',
    'src/config',
    'src/desk/records-error',
    'src/telemetry',
    'src/answer/(answer|source-line)',
    'src/ingest/(report|find-files)',
    'src/gather/(gather-report|gather-messages|places|web-sources|address/check-url)',
    'src/search/search-index',
    'src/text',
    'src/access',
  ],
  'scripts/(ask|ingest)': [
    'src/app',
    'src/config',
    'src/terminal',
    'src/answer/answer',
    'src/ingest/report',
    'src/text/messages',
    'src/access',
  ],
  // measuring looks into the rooms it measures
  'scripts/(evaluate|benchmark)': [
    'src/(app|choose-models|config|terminal|answer|ingest|search|documents|models|telemetry|text|access|settle-heap)',
  ],
}

const onlyHere = {
  'hnswlib-node': 'src/search/',
  openai: 'src/models/',
  'word-extractor|unpdf|linkedom|@mozilla/readability|yauzl|@xmldom/xmldom': 'src/documents/readers/',
  // a feed is a list of addresses, not a document: whoever fetches must read it, and no reader is near the network
  htmlparser2: 'src/(documents/readers|gather/listing)/',
  'robots-parser': 'src/gather/visit/',
  diff: 'src/answer/compare/',
  dotenv: 'src/config[.]ts',
  commander: 'src/terminal/',
  pino: 'src/telemetry[.]ts',
  '@resvg/resvg-wasm|dejavu-fonts-ttf': 'src/bot/picture/',
  'grammy|@grammyjs/[a-z-]+|https-proxy-agent|socks-proxy-agent': 'src/bot/',
}

const room = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

export default {
  forbidden: [
    ...Object.entries(mayImport).map(([here, below]) =>
      room(
        `${here} imports only what stands below it`,
        { path: `^${here}(/|[.]ts$)` },
        { path: '^(src|scripts)/', pathNot: [here, ...below].map((p) => `^${p}(/|[.]ts$)`) },
        'A room that knows the one above it cannot be read, tested or replaced alone.',
      ),
    ),
    ...Object.entries(onlyHere).map(([library, home]) =>
      room(
        `${library} is known only to ${home}`,
        { path: '^(src|scripts)/', pathNot: `^${home}` },
        { path: `node_modules/(${library})/` },
        'A library that is known to one room can be replaced in one room.',
      ),
    ),
    room(
      'only app.ts chooses adapters',
      { path: '^src/', pathNot: '^src/(app|choose-models)[.]ts$' },
      {
        path: '^src/(models/(hashing|reranker|langchain|openai/(chat|embedder))|search/embedded-index|desk/sqlite/sqlite-records)[.]ts',
      },
      'Who uses which store and which model is said in one place.',
    ),
    room(
      'SQLite is known only to the records, the lock of the index and the vectors that are kept',
      { path: '^src/', pathNot: '^src/(desk/sqlite/|search/snapshot/(index-lock|vector-cache)[.]ts$)' },
      { path: '^(node:)?sqlite$' },
      'The desk speaks to its records through a port.',
    ),
    room('no circles', {}, { circular: true }, 'Two files that need each other are one file, or three.'),
    room(
      'nobody imports a door',
      { pathNot: '^(src/main[.]ts|scripts/)' },
      { path: '^(src/(main|(ingest|gather)-aside-child)[.]ts|scripts/)' },
      'Doors translate; what others need belongs in a room.',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
