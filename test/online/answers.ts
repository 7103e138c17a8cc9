import { json, status, type Reply } from './localServer';

/* What services answer, in the shapes that they document. */

export const CROSSREF_WORK = {
  DOI: '10.1145/3458817.3476195',
  type: 'proceedings-article',
  title: ['Efficient Training &amp; Serving of <i>Large</i> Models'],
  subtitle: ['A Study'],
  author: [
    { given: 'Deepak', family: 'Narayanan', sequence: 'first', affiliation: [] },
    { name: 'The Serving Group', sequence: 'additional' },
  ],
  issued: { 'date-parts': [[2021, 11, 14]] },
  'container-title': ['Proceedings of SC21'],
  'short-container-title': ['SC'],
  publisher: 'ACM',
  page: '1-15',
  abstract: '<jats:title>Abstract</jats:title><jats:p>We train &lt;fast&gt;.</jats:p>',
  ISBN: ['9781450384421'],
  URL: 'http://dx.doi.org/10.1145/3458817.3476195',
  'is-referenced-by-count': 12,
  relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1234/PUBLISHED', 'asserted-by': 'subject' }] },
  'updated-by': [],
};

/** What Crossref lets be selected of the members that works have; for any other it answers with 400. */
const SELECTABLE =
  'abstract URL ISSN container-title issued update-to issue article-number author DOI is-referenced-by-count updated-by editor ' +
  'translator subtitle title type publisher volume ISBN page short-container-title relation';

/** A list of works with what is selected of each, as Crossref gives it. */
export const crossrefSelected =
  (...works: object[]): Reply =>
  (response, request) => {
    const selected = (request.query.get('select') ?? '').split(',');
    if (selected.some((name) => !SELECTABLE.split(' ').includes(name))) return status(400)(response, request);
    const items = works.map((work) =>
      Object.fromEntries(Object.entries(work).filter(([name]) => selected.includes(name))),
    );
    json(crossrefList(...items))(response, request);
  };

export const crossrefWork = (work: unknown) => ({
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: work,
});
export const crossrefList = (...items: unknown[]) => ({
  status: 'ok',
  'message-type': 'work-list',
  message: { 'total-results': items.length, items, query: { 'start-index': 0 } },
});

export const DATACITE = {
  data: {
    id: '10.5281/zenodo.1',
    type: 'dois',
    attributes: {
      doi: '10.5281/zenodo.1',
      titles: [{ title: 'Ein Untertitel', titleType: 'Subtitle' }, { title: 'A Data Set of Maps' }],
      creators: [
        { name: 'Doe, Jane', nameType: 'Personal', givenName: 'Jane', familyName: 'Doe', affiliation: [] },
        { name: 'Map Institute', nameType: 'Organizational' },
      ],
      publisher: 'Zenodo',
      publicationYear: 2020,
      dates: [{ date: '2020-03-04', dateType: 'Issued' }],
      types: { citeproc: 'dataset', resourceTypeGeneral: 'Dataset' },
      descriptions: [{ description: 'Maps, many.', descriptionType: 'Abstract' }],
      url: 'https://zenodo.org/records/1',
      version: '1.2',
    },
  },
};

export const DOI_ITEM = {
  type: 'journal-article',
  id: 'https://doi.org/10.7/abc',
  DOI: '10.7/ABC',
  title: 'From an Agency',
  author: [{ family: 'Li', given: 'Na' }],
  issued: { 'date-parts': [['2019']] },
  'container-title': 'Journal of Agencies',
  reference: [{ key: '1' }],
};

export const ARXIV_ENTRY = `<entry>
  <id>http://arxiv.org/abs/1706.03762v7</id>
  <updated>2023-08-02T00:41:18Z</updated>
  <published>2017-06-12T17:57:34Z</published>
  <title>Attention Is
  All You Need</title>
  <summary>  The dominant sequence &amp; transduction
models.</summary>
  <author><name>Ashish Vaswani</name></author>
  <author><name>Aäron van den Oord</name></author>
  <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/3295222</arxiv:doi>
  <link href="http://arxiv.org/abs/1706.03762v7" rel="alternate" type="text/html"/>
  <link title="pdf" href="http://arxiv.org/pdf/1706.03762v7" rel="related" type="application/pdf"/>
  <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
</entry>`;

export const atom = (...entries: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${entries.length}</opensearch:totalResults>
  ${entries.join('\n')}
</feed>`;

export const ARXIV_ERROR = `<entry>
  <id>http://arxiv.org/api/errors#incorrect_id_format_for_99</id>
  <title>Error</title>
  <summary>incorrect id format for 99</summary>
</entry>`;

export const OPENALEX_WORK = {
  id: 'https://openalex.org/W2741809807',
  doi: 'https://doi.org/10.7717/peerj.4375',
  title: 'The state of OA',
  publication_year: 2018,
  publication_date: '2018-02-13',
  type: 'article',
  language: 'en',
  authorships: [{ author: { id: 'A1', display_name: 'Heather Piwowar' } }, { author: { display_name: 'Jason Priem' } }],
  primary_location: {
    landing_page_url: 'https://doi.org/10.7717/peerj.4375',
    source: { display_name: 'PeerJ', type: 'journal', host_organization_name: 'PeerJ, Inc.' },
  },
  best_oa_location: { pdf_url: 'https://peerj.com/articles/4375.pdf' },
  open_access: { is_oa: true, oa_status: 'gold', oa_url: 'https://doi.org/10.7717/peerj.4375' },
  biblio: { volume: '6', issue: null, first_page: 'e4375', last_page: 'e4375' },
  abstract_inverted_index: { Despite: [0], growing: [1], interest: [2, 4], in: [3] },
  ids: {
    pmid: 'https://pubmed.ncbi.nlm.nih.gov/29456894',
    pmcid: 'https://www.ncbi.nlm.nih.gov/pmc/articles/5815332',
  },
  is_retracted: true,
  cited_by_count: 900,
};

export const SEMANTIC_PAPER = {
  paperId: 'abc',
  url: 'https://www.semanticscholar.org/paper/abc',
  title: 'BERT: Pre-training of Deep Bidirectional Transformers',
  abstract: 'We introduce BERT.',
  authors: [
    { authorId: '1', name: 'Jacob Devlin' },
    { authorId: '2', name: 'Ming-Wei Chang' },
  ],
  year: 2019,
  publicationDate: '2019-05-24',
  venue: 'North American Chapter of the Association for Computational Linguistics',
  journal: { name: 'NAACL', pages: '4171 - 4186' },
  publicationTypes: ['Conference'],
  externalIds: { DOI: '10.18653/v1/N19-1423', ArXiv: '1810.04805', PubMed: null, CorpusId: 52967399 },
  openAccessPdf: { url: 'https://aclanthology.org/N19-1423.pdf' },
  citationCount: 90000,
  matchScore: 174.2,
};

export const HUGGING_FACE_PAPER = {
  id: '2402.17764',
  title: 'The Era of 1-bit LLMs',
  summary: 'Recent research.',
  authors: [{ _id: 'x', name: 'Shuming Ma' }],
  publishedAt: '2024-02-27T18:56:19.000Z',
  upvotes: 500,
};

const fullText = (availability: string, availabilityCode: string, documentStyle: string, url: string) => ({
  availability,
  availabilityCode,
  documentStyle,
  site: 'Europe_PMC',
  url,
});

export const EUROPE_PMC = {
  version: '6.9',
  hitCount: 1,
  resultList: {
    result: [
      {
        id: '31452104',
        source: 'MED',
        pmid: '31452104',
        pmcid: 'PMC6612345',
        doi: '10.1038/S41586-019-1',
        title: 'A cell atlas.',
        authorList: {
          author: [
            { fullName: 'Smith J', firstName: 'John', lastName: 'Smith', initials: 'J' },
            { collectiveName: 'The Atlas Consortium' },
          ],
        },
        journalInfo: {
          volume: '12',
          issue: '3',
          printPublicationDate: '2019-08-01',
          journal: { title: 'Nature', isoabbreviation: 'Nature', issn: '0028-0836' },
        },
        pageInfo: '1-9',
        abstractText: '<h4>Background</h4>Cells.',
        pubTypeList: { pubType: ['research-article', 'Journal Article'] },
        fullTextUrlList: {
          fullTextUrl: [
            fullText('Subscription required', 'S', 'doi', 'https://doi.org/10.1038/S41586-019-1'),
            fullText('Open access', 'OA', 'html', 'https://europepmc.org/articles/PMC6612345'),
            fullText('Open access', 'OA', 'pdf', 'https://europepmc.org/articles/PMC6612345?pdf=render'),
          ],
        },
        citedByCount: 3,
      },
    ],
  },
};

export const OPEN_LIBRARY = {
  'ISBN:9780262033848': {
    url: 'https://openlibrary.org/books/OL1/Introduction_to_algorithms',
    title: 'Introduction to algorithms',
    subtitle: 'third edition',
    authors: [{ name: 'Thomas H. Cormen', url: 'x' }],
    publishers: [{ name: 'MIT Press' }],
    publish_places: [{ name: 'Cambridge, Mass' }],
    publish_date: 'July 2009',
    number_of_pages: 1292,
    identifiers: { isbn_13: ['9780262033848'], isbn_10: ['0262033844'] },
  },
};

export const UNPAYWALL = {
  doi: '10.1/a',
  is_oa: true,
  best_oa_location: { url: 'https://x.org/a', url_for_pdf: 'https://x.org/a.pdf' },
};
