import assert from 'node:assert/strict';
import type { Identifier } from '../../src/online/found';
import { lookUpDescription, lookUpIdentifier } from '../../src/online/lookUp';
import { SERVICE_IDS } from '../../src/online/services';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, silence, status, text } from './localServer';

describe('Looking a paper up', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const asked = () => server.received.map(({ path }) => path.split('/')[1]);
  const byId = (kind: Identifier['kind'], value: string) => lookUpIdentifier({ kind, value }, askingOf(server));

  it('ends with the first service that knows it', async () => {
    server.on(/datacite/, json(answers.DATACITE));
    const { found, failures } = await byId('doi', '10.5281/zenodo.1');
    assert.equal(found?.service, 'datacite');
    assert.deepEqual(failures, []);
    assert.deepEqual(asked(), ['crossref', 'datacite']);
  });

  it('asks arXiv for the DOIs that arXiv gives', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    assert.equal((await byId('doi', '10.48550/arxiv.1706.03762')).found?.service, 'arxiv');
    assert.deepEqual(asked(), ['arxiv']);
  });

  it('asks the services themselves for their own pages', async () => {
    server.on(/openalex.works.W2741809807$/, json(answers.OPENALEX_WORK));
    server.on(/semanticscholar.graph.v1.paper.CorpusId:13756489$/, json(answers.SEMANTIC_PAPER));
    assert.equal((await byId('openalex', 'W2741809807')).found?.item.DOI, '10.7717/peerj.4375');
    assert.equal((await byId('semanticscholar', 'CorpusId:13756489')).found?.item.DOI, '10.18653/v1/n19-1423');
    assert.deepEqual(asked(), ['openalex', 'semanticscholar']);
  });

  it('goes on behind a service that fails, and tells of it', async () => {
    server.on(/crossref/, status(403));
    server.on(/doi.*10.7/, json(answers.DOI_ITEM));
    const { found, failures } = await byId('doi', '10.7777/abc');
    assert.equal(found?.service, 'doi');
    assert.deepEqual(
      failures.map(({ service, code }) => [service, code]),
      [['crossref', 'forbidden']],
    );
  });

  for (const [what, reply, code, tries] of [
    ['gives no answer in time', silence, 'timed-out', 1],
    ['is asked too often', status(429), 'too-many', 3],
  ] as const) {
    it(`leaves a service that ${what} twice in a row out of the rest`, async () => {
      server.on(/europepmc|semantic|arxiv/, json({}));
      server.on(/crossref/, reply);
      const asking = askingOf(server, { services: ['crossref', 'datacite'] });
      const codes: unknown[] = [];
      for (const id of ['a', 'b', 'c', 'd']) {
        const { failures } = await lookUpIdentifier({ kind: 'doi', value: `10.1234/${id}` }, asking);
        codes.push(failures.map((failure) => `${failure.service} ${failure.code}`).join());
      }
      assert.deepEqual(codes, Array(4).fill(`crossref ${code}`));
      assert.equal(asked().filter((service) => service === 'crossref').length, 2 * tries);
      assert.equal(asked().filter((service) => service === 'datacite').length, 4);
    });
  }

  it('goes on asking a service that answers in between', async () => {
    server.on(/crossref.*1234.[ac]$/, silence);
    const asking = askingOf(server, { services: ['crossref'] });
    for (const id of ['a', 'b', 'c', 'd']) await lookUpIdentifier({ kind: 'doi', value: `10.1234/${id}` }, asking);
    assert.equal(asked().length, 4);
  });

  it('finds nothing where no service knows it, and leaves out services that are off', async () => {
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    const services = SERVICE_IDS.filter((id) => id !== 'datacite');
    const { found, failures } = await lookUpIdentifier(
      { kind: 'doi', value: '10.5281/zenodo.1' },
      askingOf(server, { services }),
    );
    assert.equal(found, undefined);
    assert.deepEqual(failures, []);
    assert.deepEqual(asked(), ['crossref', 'doi', 'openalex', 'europepmc']);
  });

  it('takes a paper by its title only where title, an author and the year agree', async () => {
    const work = (title: string, family: string, year: number) => ({
      title: [title],
      author: [{ family, given: 'A.' }],
      issued: { 'date-parts': [[year]] },
    });
    const title = 'Sparse Maps for Patient Robots';
    const taken = async (...works: unknown[]) => {
      server.reset();
      server.on(/crossref\/works$/, json(answers.crossrefList(...works)));
      const { found } = await lookUpDescription({ title, authors: ['Núñez'], year: 2020 }, askingOf(server));
      return found?.item.issued?.['date-parts']?.[0][0];
    };
    assert.equal(await taken(work(title, 'Nunez', 2020)), 2020);
    assert.equal(await taken(work('Sparse maps for patient robots.', 'Nunez', 2019), work(title, 'Nunez', 2020)), 2020);
    assert.equal(await taken(work(`${title}: A Field Study`, 'Nunez', 2021)), 2021);
    assert.equal(await taken(work(`${title}, Part II`, 'Nunez', 2020)), undefined);
    assert.equal(await taken(work(`Erratum: ${title}`, 'Nunez', 2020)), undefined);
    assert.equal(await taken(work(title, 'Smith', 2020)), undefined);
    assert.equal(await taken(work(title, 'Nunez', 1999)), undefined);
    assert.equal(await taken(work('Dense Maps for Hasty Robots', 'Nunez', 2020)), undefined);
    assert.deepEqual(server.received[0].query.get('query.title'), title);
    assert.deepEqual(server.received[0].query.get('query.author'), 'Núñez');
  });
});
