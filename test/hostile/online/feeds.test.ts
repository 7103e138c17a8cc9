import assert from 'node:assert/strict';
import { XmlTree } from '../../../src/online/xml/xmlTree';
import { papersOf, rss } from '../../unit/online/feeds/wire';

describe('Feeds of papers, as they come over the wire', () => {
  describe('take no longer the more hostile they are', () => {
    const long = 400_000;
    const table: readonly (readonly [what: string, feed: string])[] = [
      ['starts of tags', rss(`<title>A</title><description>${'&lt;a b="'.repeat(long / 8)}</description>`)],
      [
        'quotes of both kinds',
        rss(`<title>A</title><description>${'&lt;a b=" c=\' '.repeat(long / 12)}</description>`),
      ],
      ['starts of scripts', rss(`<title>A</title><description>${'&lt;script'.repeat(long / 10)}</description>`)],
      ['starts of comments', rss(`<title>A</title><description>${'&lt;!--'.repeat(long / 7)}</description>`)],
      ['starts of CDATA', rss(`<title>A</title><description>${'<![CDATA['.repeat(long / 9)}]]></description>`)],
      ['ampersands', rss(`<title>A</title><description>${'&'.repeat(long)}</description>`)],
      [
        'ampersands, escaped again and again',
        rss(`<title>A</title><description>&${'amp;'.repeat(long / 4)}lt;</description>`),
      ],
      [
        'spaces',
        rss(
          `<title>A</title><dc:creator>${' '.repeat(long)}x${' '.repeat(long)}</dc:creator><description>&lt;a${' '.repeat(long)}</description>`,
        ),
      ],
      ['authors in one', rss(`<title>A</title><dc:creator>${'A B, '.repeat(long / 5)}</dc:creator>`)],
      ['authors', rss(`<title>A</title>${'<dc:creator>A B</dc:creator>'.repeat(long / 28)}`)],
      ['dates', rss(`<title>A</title><pubDate>${'Mon '.repeat(long / 4)}</pubDate>`)],
      ['links', rss(`<title>A</title>${`<link>${'/'.repeat(50)}</link>`.repeat(long / 63)}`)],
      [
        'namespaces',
        rss(
          '<title>A</title>',
          Array.from({ length: long / 40 }, (_, i) => `xmlns:n${i}="${'/'.repeat(20)}"`).join(' '),
        ),
      ],
      ['a namespace of slashes', rss('<title>A</title><x:y/>', `xmlns:x="http:${'/'.repeat(long)}a"`)],
    ];
    for (const [what, feed] of table)
      it(what, async () => assert.equal((await papersOf(feed))[0].item.title, 'A')).timeout(5000);

    it('but for trees without end', () => {
      const read = (elements: number) => {
        const tree = new XmlTree(undefined, 100);
        tree.write(`<rss>${'<a/>'.repeat(elements - 1)}</rss>`);
        return tree.end();
      };
      assert.notEqual(read(100), 'broken');
      assert.equal(read(101), 'broken');
    });
  });
});
