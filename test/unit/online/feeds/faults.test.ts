import assert from 'node:assert/strict';
import type { OnlineFailure } from '../../../../src/online/failure';
import type { FeedFault, FeedFaultKind } from '../../../../src/online/feeds/feedFault';
import { papersOf, rss } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
  describe('are refused by what they are instead', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const whole = `<?xml version="1.0"?>${rss('<title>A</title>')}`;
    const table: readonly (readonly [
      what: string,
      text: string,
      mediaType: string,
      kind: FeedFaultKind,
      code: OnlineFailure['code'],
    ])[] = [
      ['a page', '<!DOCTYPE html><html><body>Hello</body></html>', 'text/html', 'web-page', 'web-page'],
      ['a page that is sent as XML', '<html><body><p>Hello<br></body></html>', 'text/xml', 'web-page', 'web-page'],
      [
        'a page of XHTML',
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        'application/xhtml+xml',
        'web-page',
        'web-page',
      ],
      ['a page behind a comment', '<!-- hello --> <!doctype html><p>Hello', 'text/plain', 'web-page', 'web-page'],
      [
        'JSON',
        ' {"version": "https://jsonfeed.org/version/1.1", "items": []}',
        'application/json',
        'json',
        'unreadable',
      ],
      ['other XML', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', 'text/xml', 'other-xml', 'unreadable'],
      ['a feed that is cut off in a text', whole.slice(0, whole.indexOf('</title>')), 'text/xml', 'cut-off', 'cut-off'],
      [
        'a feed that is cut off in a tag',
        whole.slice(0, whole.indexOf('</title>') + 4),
        'text/xml',
        'cut-off',
        'cut-off',
      ],
      [
        'a feed that is cut off in CDATA',
        `${whole.slice(0, whole.indexOf('</title>'))}<![CDATA[x`,
        'text/xml',
        'cut-off',
        'cut-off',
      ],
      ['a feed without its last sign', whole.slice(0, -1), 'text/xml', 'cut-off', 'cut-off'],
      [
        'a feed whose tags do not match',
        '<rss><channel><item><title>A</item></channel></rss>',
        'text/xml',
        'broken',
        'unreadable',
      ],
      ['definitions that grow', `${bomb}${rss('<title>&c;</title>')}`, 'text/xml', 'definitions', 'unreadable'],
      ['nothing', '  \n', 'text/xml', 'empty', 'unreadable'],
      ['a text', 'Service unavailable', 'text/plain', 'unknown', 'unreadable'],
      ['bytes that are no text', '\0', 'application/octet-stream', 'unknown', 'unreadable'],
    ];
    for (const [what, text, mediaType, kind, code] of table) {
      it(what, async () => {
        await assert.rejects(papersOf(text, undefined, mediaType), (failure: OnlineFailure) => {
          assert.equal((failure.cause as FeedFault).kind, kind);
          assert.equal(failure.code, code);
          return true;
        });
      });
    }
    for (let length = 1; length < whole.length; length += 7) {
      it(`never read in part: ${length} characters`, () => assert.rejects(papersOf(whole.slice(0, length))));
    }
  });

  describe('are read in spite of', () => {
    const feed = rss('<title>A</title>');
    const table: readonly (readonly [what: string, text: string, mediaType?: string])[] = [
      ['space before the declaration', `\n\n <?xml version="1.0"?>${feed}`],
      ['a comment before it', `<!-- made by hand --><?xml-stylesheet href="a&b"?>${feed}`],
      ['the media type of pages', feed, 'text/html'],
      [
        'a document type',
        `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">${feed}`,
      ],
      [
        'the entities of HTML by reference',
        `<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">%HTMLlat1;]>${feed}`,
      ],
      ['comments with signs', feed.replace('<item>', '<!-- a & b < c ]]> &eacute; --><item>')],
    ];
    for (const [what, text, mediaType] of table)
      it(what, async () =>
        assert.deepEqual(
          (await papersOf(text, undefined, mediaType)).map(({ item }) => item.title),
          ['A'],
        ),
      );
  });
});
