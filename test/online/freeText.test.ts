import assert from 'node:assert/strict';
import type { OnlineFailure } from '../../src/online/failure';
import { type FreeText, lookForText, type TextSought } from '../../src/online/freeText';
import type { OnlineSettings } from '../../src/online/requests/request';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, status, text } from './localServer';

const EMAIL = { email: 'me@example.org' };

describe('A free text of a paper', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const asked = () => [...new Set(server.received.map(({ path }) => path.split('/')[1]))];
  const firstFile = (each: FreeText) => Promise.resolve(each.isPage ? undefined : each.url);
  const find = (sought: TextSought, settings: Partial<OnlineSettings> = EMAIL, mayAsk = true) =>
    lookForText(sought, askingOf(server, settings), { use: firstFile, mayAsk: () => Promise.resolve(mayAsk) });

  it('is what an arXiv number or the paper’s own address leads to, without asking anybody', async () => {
    assert.equal((await find({ arxiv: '1706.03762', doi: '10.1/a' })).given, 'https://arxiv.org/pdf/1706.03762');
    assert.equal((await find({ arxiv: 'hep-th/9901001' })).given, 'https://arxiv.org/pdf/hep-th/9901001');
    assert.equal((await find({ doi: '10.48550/arxiv.1706.03762' })).given, 'https://arxiv.org/pdf/1706.03762');
    assert.equal((await find({ url: 'https://x.org/N19.pdf', doi: '10.1/a' })).given, 'https://x.org/N19.pdf');
    assert.equal((await find({ url: 'file:///etc/x.pdf' })).given, undefined);
    assert.deepEqual(server.received, []);
  });

  it('is asked of one service after the other until one knows the file', async () => {
    server.on(/unpaywall/, json(answers.UNPAYWALL));
    assert.equal((await find({ doi: '10.1/a' })).given, 'https://x.org/a.pdf');
    assert.deepEqual(asked(), ['unpaywall']);
    server.on(/unpaywall/, json({ best_oa_location: { url: 'https://x.org/page' } }));
    server.on(/openalex/, json(answers.OPENALEX_WORK));
    const { given, texts } = await find({ doi: '10.1/b' });
    assert.equal(given, 'https://peerj.com/articles/4375.pdf');
    assert.deepEqual(texts[0], { url: 'https://x.org/page', isPage: true, service: 'unpaywall' });
    assert.deepEqual(asked(), ['unpaywall', 'openalex']);
  });

  it('is not asked of Unpaywall without an e-mail address, nor of services that are off', async () => {
    await find({ doi: '10.1/a' }, {});
    assert.deepEqual(asked(), ['openalex', 'europepmc']);
    server.reset();
    assert.deepEqual((await find({ doi: '10.1/a' }, { services: ['openalex'] })).failures, []);
    assert.deepEqual(asked(), ['openalex']);
  });

  it('is asked for by a PubMed number where there is no DOI', async () => {
    server.on(/europepmc/, json(answers.EUROPE_PMC));
    assert.equal((await find({ pmcid: 'PMC6612345' })).given, 'https://europepmc.org/articles/PMC6612345?pdf=render');
    assert.deepEqual(asked(), ['europepmc']);
  });

  it('is found by title, authors and year where the paper has no identifier', async () => {
    server.on(/crossref/, json(answers.crossrefList()));
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    const description = { title: 'Attention is all you need', authors: ['Vaswani'], year: 2017 };
    assert.equal((await find({ description })).given, 'https://arxiv.org/pdf/1706.03762');
    assert.deepEqual(asked(), ['crossref', 'arxiv']);
  });

  it('is asked for only of whom the user has been told, and of nobody without anything to ask by', async () => {
    const told: (readonly string[])[] = [];
    const mayAsk = (services: readonly string[]) => Promise.resolve(told.push(services) === 0);
    const look = (sought: TextSought, settings = {}) =>
      lookForText(sought, askingOf(server, settings), { use: () => Promise.resolve(undefined), mayAsk });
    assert.deepEqual(
      (await look({ arxiv: '1706.03762' })).texts.map(({ url }) => url),
      ['https://arxiv.org/pdf/1706.03762'],
    );
    await look({});
    assert.deepEqual(told, []);
    await look({ doi: '10.1/a' });
    await look({ doi: '10.1/a' }, EMAIL);
    await look({ description: { title: 'On Maps' } });
    assert.deepEqual(told, [
      ['openalex', 'europepmc'],
      ['unpaywall', 'openalex', 'europepmc'],
      ['crossref', 'arxiv', 'semanticscholar', 'europepmc', 'openalex'],
    ]);
    assert.deepEqual(server.received, []);
  });

  it('may exist where a service gave no answer', async () => {
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    server.on(/openalex/, status(503));
    const { given, failures } = await find({ doi: '10.1/a' });
    assert.equal(given, undefined);
    assert.deepEqual(
      failures.map(({ service, code }) => [service, code]),
      [['openalex', 'server']],
    );
  });

  it('is no longer sought when the user gives up', async () => {
    const giveUp = new AbortController();
    server.on(/unpaywall/, () => giveUp.abort());
    await assert.rejects(
      lookForText({ doi: '10.1/a' }, askingOf(server, EMAIL, giveUp.signal), {
        use: firstFile,
        mayAsk: () => Promise.resolve(true),
      }),
      (error: OnlineFailure) => error.code === 'cancelled',
    );
    assert.deepEqual(asked(), ['unpaywall']);
  });
});
