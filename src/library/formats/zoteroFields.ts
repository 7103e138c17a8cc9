/*
 * What Zotero calls what CSL calls otherwise, after the `csl` part of Zotero's schema (zotero-schema, schema.json). Where several
 * names of Zotero lead to one variable, an item has at most one of them.
 */

/** CSL's types by Zotero's. */
export const CSL_TYPES: ReadonlyMap<string, string> = new Map([
  ['artwork', 'graphic'],
  ['audioRecording', 'song'],
  ['bill', 'bill'],
  ['blogPost', 'post-weblog'],
  ['book', 'book'],
  ['bookSection', 'chapter'],
  ['case', 'legal_case'],
  ['computerProgram', 'software'],
  ['conferencePaper', 'paper-conference'],
  ['dataset', 'dataset'],
  ['dictionaryEntry', 'entry-dictionary'],
  ['document', 'document'],
  ['email', 'personal_communication'],
  ['encyclopediaArticle', 'entry-encyclopedia'],
  ['film', 'motion_picture'],
  ['forumPost', 'post'],
  ['hearing', 'hearing'],
  ['instantMessage', 'personal_communication'],
  ['interview', 'interview'],
  ['journalArticle', 'article-journal'],
  ['letter', 'personal_communication'],
  ['magazineArticle', 'article-magazine'],
  ['manuscript', 'manuscript'],
  ['map', 'map'],
  ['newspaperArticle', 'article-newspaper'],
  ['patent', 'patent'],
  ['podcast', 'song'],
  ['preprint', 'article'],
  ['presentation', 'speech'],
  ['radioBroadcast', 'broadcast'],
  ['report', 'report'],
  ['standard', 'standard'],
  ['statute', 'legislation'],
  ['thesis', 'thesis'],
  ['tvBroadcast', 'broadcast'],
  ['videoRecording', 'motion_picture'],
  ['webpage', 'webpage'],
]);

const texts = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(table).flatMap(([variable, names]) =>
      names.split(' ').map((name): [string, string] => [name, variable]),
    ),
  );

/** CSL's text variables by Zotero's fields. */
export const CSL_TEXTS = texts({
  abstract: 'abstractNote',
  archive: 'archive',
  archive_location: 'archiveLocation',
  'call-number': 'callNumber',
  'chapter-number': 'session',
  'collection-number': 'seriesNumber',
  'collection-title': 'seriesTitle series',
  'container-title':
    'publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle blogTitle forumTitle websiteTitle programTitle reporter code',
  'container-title-short': 'journalAbbreviation',
  dimensions: 'artworkSize runningTime',
  DOI: 'DOI',
  edition: 'edition',
  'event-title': 'meetingName conferenceName',
  genre:
    'type thesisType reportType mapType manuscriptType letterType presentationType websiteType postType genre audioFileType',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  issue: 'issue priorityNumbers',
  language: 'language',
  license: 'rights',
  medium: 'medium artworkMedium interviewMedium audioRecordingFormat videoRecordingFormat system',
  note: 'extra',
  number:
    'number reportNumber billNumber docketNumber documentNumber episodeNumber publicLawNumber patentNumber archiveID identifier',
  'number-of-pages': 'numPages',
  'number-of-volumes': 'numberOfVolumes',
  page: 'pages codePages firstPage',
  publisher: 'publisher university institution label distributor company network studio repository organization',
  'publisher-place': 'place',
  references: 'history references',
  scale: 'scale',
  section: 'section committee',
  source: 'libraryCatalog',
  status: 'legalStatus status',
  title: 'title caseName nameOfAct subject',
  'title-short': 'shortTitle',
  URL: 'url',
  version: 'versionNumber',
  volume: 'volume codeNumber reporterVolume codeVolume',
});

/** CSL's dates by Zotero's fields. */
export const CSL_DATES = texts({
  issued: 'date dateEnacted dateDecided issueDate',
  accessed: 'accessDate',
  submitted: 'filingDate',
  'original-date': 'originalDate',
});

/** CSL's roles by Zotero's kinds of creators; the kind that an item type has first is its author. */
export const CSL_ROLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    author: 'author artist inventor programmer presenter performer podcaster sponsor cartographer interviewee director',
    'container-author': 'bookAuthor',
    performer: 'castMember',
    composer: 'composer',
    contributor: 'contributor',
    editor: 'editor',
    guest: 'guest',
    interviewer: 'interviewer',
    'original-author': 'originalCreator',
    producer: 'producer',
    recipient: 'recipient',
    'reviewed-author': 'reviewedAuthor',
    'script-writer': 'scriptwriter',
    'collection-editor': 'seriesEditor',
    translator: 'translator',
  }).flatMap(([role, kinds]) => kinds.split(' ').map((kind): [string, string] => [kind, role])),
);
