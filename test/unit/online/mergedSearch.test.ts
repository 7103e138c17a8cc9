import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/library/model/csl';
import type { Found } from '../../../src/online/found';
import { merged } from '../../../src/online/mergedSearch';
import type { ServiceId } from '../../../src/online/services';

const found = (service: ServiceId, title: string, item: CslItem = {}): Found => ({ service, item: { title, ...item } });

describe('Papers found by several services', () => {
  it('are one by DOI, arXiv identifier, or title and first author', () => {
    const all = merged([
      [found('crossref', 'On Maps', { DOI: '10.1234/a', author: [{ family: 'Doe' }] }), found('crossref', 'Other')],
      [found('openalex', 'On maps', { DOI: '10.1234/A' })],
      [found('arxiv', 'On Maps.', { number: 'arXiv:2001.00001', author: [{ family: 'Doe' }] })],
      [found('huggingface', 'On Maps (v2)', { DOI: '10.48550/arxiv.2001.00001' })],
    ]);
    assert.deepEqual(
      all.map(({ services }) => services),
      [['crossref', 'openalex', 'arxiv', 'huggingface'], ['crossref']],
    );
    assert.equal(all[0].item.DOI, '10.1234/a');
  });

  it('are one where a third shows that two are', () => {
    const all = merged([
      [found('crossref', 'On Maps', { DOI: '10.1234/a' })],
      [found('arxiv', 'Of Charts', { number: 'arXiv:2001.00001' })],
      [found('semanticscholar', 'Charts and Maps', { DOI: '10.1234/a', number: 'arXiv:2001.00001' })],
    ]);
    assert.deepEqual(
      all.map(({ services }) => services),
      [['crossref', 'arxiv', 'semanticscholar']],
    );
  });

  it('are not one by title alone where the authors differ', () => {
    const all = merged([
      [found('crossref', 'Editorial', { author: [{ family: 'Doe' }] })],
      [found('arxiv', 'Editorial', { author: [{ family: 'Li' }] })],
    ]);
    assert.equal(all.length, 2);
  });

  it('come first where several services have them', () => {
    const all = merged([[found('crossref', 'Alone'), found('crossref', 'Shared')], [found('arxiv', 'Shared')]]);
    assert.deepEqual(
      all.map(({ item }) => item.title),
      ['Shared', 'Alone'],
    );
  });

  it('keep the fullest item, any abstract, and the news of a retraction', () => {
    const [one] = merged([
      [{ ...found('arxiv', 'On Maps', { type: 'article', abstract: 'We map.' }), pdf: 'https://x.org/a.pdf' }],
      [
        {
          ...found('crossref', 'On Maps', { type: 'article-journal', volume: '3', 'container-title': 'J' }),
          isRetracted: true,
        },
      ],
    ]);
    assert.equal(one.service, 'crossref');
    assert.equal(one.item.abstract, 'We map.');
    assert.equal(one.pdf, 'https://x.org/a.pdf');
    assert.equal(one.isRetracted, true);
  });
});
