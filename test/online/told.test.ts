import assert from 'node:assert/strict';
import { Library } from '../../src/library/library';
import { readText } from '../../src/library/formats/readers';
import type { Asking } from '../../src/online/clients/client';
import { searchable } from '../../src/online/lookUp';
import type { ServiceId } from '../../src/online/services';
import { offeredPapers, servicesForPapers } from '../../src/workflows/adding/offeredPapers';
import { papersForKey, servicesForKey } from '../../src/workflows/adding/papersForKey';
import { wantedPapers } from '../../src/workflows/adding/wantedPapers';
import { completeEntries } from '../../src/workflows/metadata/completeEntries';
import { findPublished, servicesForPublished } from '../../src/workflows/metadata/publishedEntries';
import { servicesForEntries, verifyEntries } from '../../src/workflows/metadata/verifyEntries';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, text } from './localServer';

const entryOf = (fields: string) => {
  const library = new Library();
  library.setSource(
    'file:///a.bib',
    readText('a.bib', `@article{a, title = {On Maps}, author = {Doe, Jane}, ${fields}}`),
  );
  return library.entries();
};

describe('The services of which the user is told', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  /** Nobody knows anything: all are asked that may be. */
  const asksAll = async (told: readonly ServiceId[], ask: (asking: Asking) => Promise<unknown>) => {
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    server.on(/crossref\/works$/, json(answers.crossrefList()));
    await ask(askingOf(server));
    const asked = new Set(server.received.map(({ path }) => path.split('/')[1]));
    assert.deepEqual([...asked].sort(), [...new Set(told)].sort());
  };

  for (const wanted of [
    '10.1234/abc',
    'arXiv:1706.03762',
    'Doe, J. (2017). On maps. arXiv. https://doi.org/10.48550/arXiv.1706.03762',
    'See https://doi.org/10.48550/arXiv.1706.03762',
    'PMID: 31452104',
    'PMC6612345',
    '978-0-262-03384-8',
    'https://openalex.org/W2741809807',
    'https://api.semanticscholar.org/CorpusID:13756489',
    'Doe, J. (2017). On sparse maps. Robotics, 1, 2–3.',
    '@misc{a, title = {On Maps}}',
  ])
    it(`are all that adding may ask: ${wanted}`, async () => {
      const papers = wantedPapers(wanted);
      await asksAll(servicesForPapers(papers), (asking) => offeredPapers(papers, new Library(), asking));
    });

  const ENTRIES = [
    'doi = {10.1234/abc}',
    'doi = {10.48550/arXiv.1706.03762}',
    'eprint = {1706.03762}, archiveprefix = {arXiv}',
    'pmid = {31452104}',
    'isbn = {978-0-262-03384-8}',
    'year = {2020}',
  ];
  for (const fields of ENTRIES) {
    it(`are all that checking may ask: ${fields}`, async () => {
      await asksAll(servicesForEntries(entryOf(fields)), (asking) => verifyEntries(entryOf(fields), asking));
    });
    it(`are all that completing may ask: ${fields}`, async () => {
      await asksAll(servicesForEntries(entryOf(fields)), (asking) => completeEntries(entryOf(fields), asking));
    });
  }

  for (const fields of ENTRIES.slice(1, 3))
    it(`are all that looking for what was published may ask: ${fields}`, async () => {
      const feed = answers.atom(answers.ARXIV_ENTRY.replace('Attention Is All You Need', 'On Maps'));
      server.on(/arxiv/, text(feed, 'application/atom+xml'));
      const told = servicesForPublished(entryOf(fields));
      await findPublished(entryOf(fields), askingOf(server));
      const asked = server.received.map(({ path }) => path.split('/')[1]);
      assert.ok(asked.includes('datacite'), 'the DOI that arXiv names is looked up');
      for (const service of asked)
        assert.ok(
          told.some((each) => each === service),
          service,
        );
    });

  for (const key of ['10.1234/abc', '10.48550/arXiv.1706.03762', 'doe2020maps'])
    it(`are all that looking for a citekey may ask: ${key}`, async () => {
      await asksAll(servicesForKey(key, askingOf(server)), (asking) => papersForKey(key, '', new Library(), asking));
    });

  it('are all that can be searched', async () => {
    const { searchServices } = await import('../../src/online/mergedSearch');
    const told = searchable(askingOf(server)).map(({ id }) => id);
    await asksAll(told, (asking) => searchServices('maps', 20, 0, asking));
  });
});
