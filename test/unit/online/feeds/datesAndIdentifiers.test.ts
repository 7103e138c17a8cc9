import assert from 'node:assert/strict';
import { atom, papersOf, titled } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
  describe('tell when a paper came out', () => {
    const table: readonly (readonly [date: string, expected: readonly number[] | undefined])[] = [
      ['Wed, 25 Nov 2026 22:00:00 GMT', [2026, 11, 25]],
      ['Wed, 25 Nov 26 22:00:00 EST', [2026, 11, 25]],
      ['25 Nov 2026 22:00 UT', [2026, 11, 25]],
      ['5 Nov 2026', [2026, 11, 5]],
      ['Wed, 25 Nov 99 22:00:00 PDT', [1999, 11, 25]],
      ['Wed 25 November 2026', [2026, 11, 25]],
      ['Wednesday, 25-Nov-26 22:00:00 GMT', [2026, 11, 25]],
      ['Wed Nov 25 22:00:00 2026', [2026, 11, 25]],
      ['Wed Nov 25 22:00:00 UTC 2026', [2026, 11, 25]],
      ['November 25, 2026', [2026, 11, 25]],
      ['Nov. 2026', [2026, 11]],
      ['2026 Nov 25', [2026, 11, 25]],
      ['2026-11-25T22:00:00Z', [2026, 11, 25]],
      ['2026-11-25 22:00', [2026, 11, 25]],
      ['20261125', [2026, 11, 25]],
      ['2026/11/5', [2026, 11, 5]],
      ['2026-11', [2026, 11]],
      ['2026', [2026]],
      [' 2025 ', [2025]],
      ['2026-13', undefined],
      ['2026-02-30', undefined],
      ['31 Feb 2026', undefined],
      ['0000', undefined],
      ['1726', undefined],
      ['2027-06', undefined],
      ['yesterday', undefined],
      ['99 Nov 2026', undefined],
      ['1764025200', undefined],
      ['Mon, 25 Foo 2026', undefined],
    ];
    for (const [date, expected] of table) {
      it(date, async () => {
        const [{ item }] = await papersOf(titled(`<pubDate>${date}</pubDate>`));
        assert.deepEqual(item.issued?.['date-parts']?.[0], expected);
      });
    }

    it('by the next one where the first is none', async () => {
      const [{ item }] = await papersOf(titled('<pubDate>soon</pubDate><dc:date>2026-11-25</dc:date>'));
      assert.deepEqual(item.issued, { 'date-parts': [[2026, 11, 25]] });
      const [{ item: entry }] = await papersOf(
        atom('<title>A</title><published>?</published><updated>2026-11-25T00:00:00Z</updated>'),
      );
      assert.deepEqual(entry.issued, { 'date-parts': [[2026, 11, 25]] });
    });
  });

  describe('tell by which identifier a paper is known', () => {
    const table: readonly (readonly [what: string, feed: string, doi: string | undefined])[] = [
      ['dc:identifier', titled('<dc:identifier>doi:10.1234/x</dc:identifier>'), '10.1234/x'],
      [
        'the second dc:identifier',
        titled('<dc:identifier>S0140-6736</dc:identifier><dc:identifier>https://doi.org/10.1234/x</dc:identifier>'),
        '10.1234/x',
      ],
      ['info', titled('<dc:identifier>info:doi/10.1234/x</dc:identifier>'), '10.1234/x'],
      ['urn', titled('<dc:identifier>urn:doi:10.1234/x</dc:identifier>'), '10.1234/x'],
      ['words', titled('<dc:identifier>DOI: 10.1234/x</dc:identifier>'), '10.1234/x'],
      ['prism:doi', titled('<prism:doi>10.1234/X</prism:doi>'), '10.1234/x'],
      ['an address in prism:doi', titled('<prism:doi>https://dx.doi.org/10.1234/x</prism:doi>'), '10.1234/x'],
      ['prism:url', titled('<prism:url>https://pub.example.org/doi/full/10.1234/x</prism:url>'), '10.1234/x'],
      ['the link', titled('<link>https://pub.example.org/doi/abs/10.1234/x?af=R</link>'), '10.1234/x'],
      ['the guid', titled('<guid isPermaLink="false">10.1234/x</guid>'), '10.1234/x'],
      [
        'any link',
        atom('<title>A</title><link href="https://x.org/a"/><link rel="related" href="https://doi.org/10.1234/x"/>'),
        '10.1234/x',
      ],
      [
        'an identifier of arXiv',
        titled('<guid isPermaLink="false">oai:arXiv.org:2611.00001v2</guid>'),
        '10.48550/arxiv.2611.00001',
      ],
      ['a page of arXiv', titled('<link>http://arxiv.org/abs/2611.00001v2</link>'), '10.48550/arxiv.2611.00001'],
      [
        'arXiv in dc:identifier',
        titled('<dc:identifier>arXiv:2611.00001</dc:identifier>'),
        '10.48550/arxiv.2611.00001',
      ],
      [
        'a DOI of arXiv',
        titled('<dc:identifier>doi:10.48550/arXiv.2611.00001</dc:identifier>'),
        '10.48550/arxiv.2611.00001',
      ],
      ['none', titled('<dc:identifier>urn:issn:1234-5678</dc:identifier><link>https://x.org/10/1</link>'), undefined],
    ];
    for (const [what, feed, doi] of table) it(what, async () => assert.equal((await papersOf(feed))[0].item.DOI, doi));

    it('with the volume and the pages that PRISM states', async () => {
      const stated = [
        'publicationName>Cells &amp;amp; More',
        'volume>12',
        'number>3',
        'startingPage>7',
        'endingPage>19',
        'issn>1234-5678',
      ];
      const [{ item }] = await papersOf(
        titled(stated.map((each) => `<prism:${each}</prism:${each.split('>')[0]}>`).join('')),
      );
      const { volume, issue, page, ISSN } = item;
      assert.deepEqual(
        [item['container-title'], volume, issue, page, ISSN],
        ['Cells & More', '12', '3', '7-19', '1234-5678'],
      );
    });
  });
});
