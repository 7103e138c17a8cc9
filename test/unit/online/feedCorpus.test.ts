import assert from 'node:assert/strict';
import { fullName } from '../../../src/library/model/display';
import type { FeedPaper } from '../../../src/online/feeds/feed';
import { feedText } from '../../../src/online/feeds/feedBytes';
import type { FeedFault, FeedFaultKind } from '../../../src/online/feeds/feedFault';
import { syndicatedPapers } from '../../../src/online/feeds/rss';
import type { OnlineFailure } from '../../../src/online/failure';
import { XmlTree } from '../../../src/online/xml/xmlTree';

const URL = 'https://journal.example.org/feeds/new.xml';
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const PRISM = 'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"';
const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

/** The papers of a feed as it comes over the wire. */
async function papersOf(
  feed: string | Uint8Array,
  charset?: string,
  mediaType = 'text/xml',
): Promise<readonly FeedPaper[]> {
  const text = typeof feed === 'string' ? feed : (feedText(feed, charset) ?? '\0');
  return (await syndicatedPapers({ service: 'rss', url: URL, mediaType, text }, URL, '2026-11-26')).papers;
}

const rss = (item: string, more = '') =>
  `<rss version="2.0" ${DC} ${PRISM} ${more}><channel><item>${item}</item></channel></rss>`;
const atom = (entry: string, more = '') => `<feed ${ATOM} ${DC} ${more}><entry>${entry}</entry></feed>`;
const titled = (more: string) => rss(`<title>A Title</title>${more}`);

/** Latin text as ISO-8859-1 and Windows-1252 write it. */
const latin = (text: string) => Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)));
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('Feeds of papers, as they come over the wire', () => {
  describe('are decoded', () => {
    const declared = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?>${rss('<title>Café – Zoé</title>')}`;
    const cyrillic = (text: string) =>
      Uint8Array.from(text, (sign) =>
        sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0),
      );
    const table: readonly (readonly [how: string, bytes: Uint8Array, charset: string | undefined, title: string])[] = [
      ['by the XML declaration: ISO-8859-1', latin(declared('ISO-8859-1')), undefined, 'Café – Zoé'],
      ['by the XML declaration: windows-1252', latin(declared('windows-1252')), undefined, 'Café – Zoé'],
      ['by what the server says', latin(rss('<title>Café – Zoé</title>')), 'iso-8859-1', 'Café – Zoé'],
      [
        'by what the server says before the declaration',
        cyrillic(declared('ISO-8859-1').replace('Café – Zoé', 'Сети')),
        'windows-1251',
        'Сети',
      ],
      ['by the declaration where the server errs', latin(declared('ISO-8859-1')), 'utf-8', 'Café – Zoé'],
      ['as UTF-8 where they are it, whatever is said', Buffer.from(declared('ISO-8859-1')), 'iso-8859-1', 'Café – Zoé'],
      [
        'as Windows-1252 where nothing is said and they are no UTF-8',
        latin(rss('<title>Café – Zoé</title>')),
        undefined,
        'Café – Zoé',
      ],
      ['by a mark: UTF-16, little endian', utf16(declared('UTF-16'), true), undefined, 'Café – Zoé'],
      ['by a mark: UTF-16, big endian', utf16(declared('UTF-16'), false), undefined, 'Café – Zoé'],
      ['by a mark before what the server says', utf16(declared('UTF-16'), true), 'utf-8', 'Café – Zoé'],
      ['by a mark: UTF-8', Buffer.from(`\ufeff${declared('ISO-8859-1')}`), undefined, 'Café – Zoé'],
      ['where the declaration is wrong: UTF-16', Buffer.from(declared('UTF-16')), undefined, 'Café – Zoé'],
      ['where the declaration is unknown', Buffer.from(declared('x-none')), 'none-such', 'Café – Zoé'],
      [
        'by the declaration: Shift_JIS',
        Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss><channel><item><title>'),
          Buffer.from([0x8c, 0xa4, 0x8b, 0x86]),
          Buffer.from('</title></item></channel></rss>'),
        ]),
        undefined,
        '研究',
      ],
    ];
    for (const [how, bytes, charset, title] of table)
      it(how, async () =>
        assert.deepEqual(
          (await papersOf(bytes, charset)).map(({ item }) => item.title),
          [title],
        ),
      );
  });

  describe('are read by what their names stand for', () => {
    const table: readonly (readonly [what: string, feed: string])[] = [
      [
        'Atom without prefix',
        atom(
          '<title>A Title</title><author><name>Ada Lovelace</name></author><link href="https://doi.org/10.1234/x"/>',
        ),
      ],
      [
        'Atom with a prefix',
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A Title</a:title><a:author><a:name>Ada Lovelace</a:name></a:author><a:link href="https://doi.org/10.1234/x"/></a:entry></a:feed>',
      ],
      [
        'Atom without namespace',
        '<feed><entry><title>A Title</title><author><name>Ada Lovelace</name></author><id>https://doi.org/10.1234/x</id></entry></feed>',
      ],
      [
        'RSS 2.0 with other prefixes',
        '<rss xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:p="http://prismstandard.org/namespaces/2.1/basic/"><channel><item><title>A Title</title><d:creator>Ada Lovelace</d:creator><p:doi>10.1234/x</p:doi></item></channel></rss>',
      ],
      [
        'RSS 2.0 in a namespace of its own',
        `<rss xmlns="http://backend.userland.com/rss2" ${DC}><channel><item><title>A Title</title><dc:creator>Ada Lovelace</dc:creator><dc:identifier>doi:10.1234/x</dc:identifier></item></channel></rss>`,
      ],
      [
        'RSS 2.0 with prefixes that are declared nowhere',
        '<rss><channel><item><title>A Title</title><dc:creator>Ada Lovelace</dc:creator><prism:doi>10.1234/x</prism:doi></item></channel></rss>',
      ],
      [
        'RSS 2.0 with prefixes that are declared at each entry',
        `<rss><channel><item ${DC.replace('dc=', 'x=')}><title>A Title</title><x:creator>Ada Lovelace</x:creator><x:identifier>10.1234/x</x:identifier></item></channel></rss>`,
      ],
      [
        'RSS 1.0',
        `<rdf:RDF ${RDF} ${DC} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"/><item rdf:about="https://doi.org/10.1234/x"><title>A Title</title><dc:creator>Ada Lovelace</dc:creator></item></rdf:RDF>`,
      ],
      [
        'RSS 1.0 with other prefixes',
        `<R:RDF ${RDF.replace('rdf=', 'R=')} xmlns:s="http://purl.org/rss/1.0/" xmlns:k="http://purl.org/dc/elements/1.1/"><s:channel/><s:item R:about="https://doi.org/10.1234/x"><s:title>A Title</s:title><k:creator>Ada Lovelace</k:creator></s:item></R:RDF>`,
      ],
      [
        'RSS 0.9',
        `<rdf:RDF ${RDF} ${DC} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/><item><title>A Title</title><dc:creator>Ada Lovelace</dc:creator><link>https://doi.org/10.1234/x</link></item></rdf:RDF>`,
      ],
      [
        'namespaces that are written carelessly',
        '<rss xmlns:d="https://purl.org/dc/elements/1.1" xmlns:p="http://www.prismstandard.org/namespaces/1.2/basic"><channel><item><title>A Title</title><d:creator>Ada Lovelace</d:creator><p:doi>10.1234/x</p:doi></item></channel></rss>',
      ],
      [
        'prefixes that stand for something else',
        rss(
          '<title>A Title</title><author>Ada Lovelace</author><link>https://doi.org/10.1234/x</link><m:title>No Title</m:title>',
          'xmlns:m="http://search.yahoo.com/mrss/"',
        ).replace('<title>', '<m:title>None</m:title><title>'),
      ],
    ];
    for (const [what, feed] of table) {
      it(what, async () => {
        const [{ item }] = await papersOf(feed);
        assert.deepEqual(
          [item.title, item.author?.map(fullName), item.DOI],
          ['A Title', ['Ada Lovelace'], '10.1234/x'],
        );
      });
    }

    it('but not by prefixes that stand for something else', async () => {
      const feed = titled('<dc:creator>A Robot</dc:creator>').replace(
        'http://purl.org/dc/elements/1.1/',
        'https://example.org/other',
      );
      assert.deepEqual((await papersOf(feed))[0].item.author ?? [], []);
    });
  });

  describe('tell who wrote a paper', () => {
    const creator = (...names: readonly string[]) =>
      titled(names.map((name) => `<dc:creator>${name}</dc:creator>`).join(''));
    const author = (name: string) => titled(`<author>${name}</author>`);
    const two = ['Ada Lovelace', 'Alan Turing'];
    const table: readonly (readonly [what: string, feed: string, authors: readonly string[]])[] = [
      ['mail and name', author('ada@example.org (Ada Lovelace)'), ['Ada Lovelace']],
      ['name and mail', author('Ada Lovelace &lt;ada@example.org&gt;'), ['Ada Lovelace']],
      ['mail alone', author('noreply@example.org'), []],
      ['a plain name', author('Ada Lovelace'), ['Ada Lovelace']],
      ['plain names', author('Ada Lovelace and Alan Turing'), two],
      ['one element a name', creator(...two), two],
      ['one element a name, twice', creator('Ada Lovelace', 'Ada Lovelace'), ['Ada Lovelace']],
      ['commas', creator('Ada Lovelace, Alan Turing'), two],
      ['commas and a word', creator('Ada Lovelace, Alan Turing, and Grace Hopper'), [...two, 'Grace Hopper']],
      ['semicolons', creator('Lovelace, Ada; Turing, Alan'), two],
      [
        'semicolons in each of several',
        creator('Lovelace, Ada; Turing, Alan', 'Hopper, Grace'),
        [...two, 'Grace Hopper'],
      ],
      ['a word', creator('Lovelace, Ada and Turing, Alan'), two],
      ['a sign', creator('Ada Lovelace &amp; Alan Turing'), two],
      ['one name with a comma', creator('Lovelace, Ada'), ['Ada Lovelace']],
      [
        'pairs of names and initials',
        creator('Lovelace, A., van den Berg, J. M.'),
        ['A. Lovelace', 'J. M. van den Berg'],
      ],
      ['initials behind', creator('Lovelace A, van den Berg JM'), ['A Lovelace', 'JM van den Berg']],
      [
        'a suffix',
        creator('Ada Lovelace, Alan Turing, Jr., Grace Hopper'),
        ['Ada Lovelace', 'Alan Turing, Jr.', 'Grace Hopper'],
      ],
      [
        'links around them',
        creator(
          '&lt;a href="https://x.org/?a=1&amp;amp;b=2"&gt;Ada Lovelace&lt;/a&gt;, &lt;a href="y"&gt;Alan Turing&lt;/a&gt;',
        ),
        two,
      ],
      ['where they work', creator('Ada Lovelace (University of London)', 'Alan Turing'), two],
      ['et al.', creator('Ada Lovelace, Alan Turing, et al.'), two],
      ['a list of RDF', creator('<rdf:Seq><rdf:li>Ada Lovelace</rdf:li><rdf:li>Alan Turing</rdf:li></rdf:Seq>'), two],
      ['a group', creator('ATLAS Collaboration'), ['ATLAS Collaboration']],
      [
        'Dublin Core before the one who posted it',
        titled('<author>web@example.org (Editor)</author><dc:creator>Ada Lovelace</dc:creator>'),
        ['Ada Lovelace'],
      ],
      [
        'Atom',
        atom(
          '<title>A</title><author><name>Ada Lovelace</name><email>a@b.org</email></author><author><name>Alan Turing</name></author>',
        ),
        two,
      ],
      ['Atom with all in one', atom('<title>A</title><author><name>Ada Lovelace, Alan Turing</name></author>'), two],
      [
        'Atom in RSS',
        rss(
          '<title>A</title><a:author><a:name>Ada Lovelace</a:name></a:author>',
          'xmlns:a="http://www.w3.org/2005/Atom"',
        ),
        ['Ada Lovelace'],
      ],
      ['entities in CDATA', creator('<![CDATA[Jos&eacute; Ni&ntilde;o]]>'), ['José Niño']],
    ];
    for (const [what, feed, authors] of table)
      it(what, async () => assert.deepEqual((await papersOf(feed))[0].item.author?.map(fullName) ?? [], authors));
  });

  describe('tell where a paper is', () => {
    const base = 'https://journal.example.org';
    const table: readonly (readonly [what: string, feed: string, url: string | undefined])[] = [
      ['a link', titled('<link> https://x.org/a?b=1&amp;c=2 </link>'), 'https://x.org/a?b=1&c=2'],
      ['a link in CDATA', titled('<link><![CDATA[https://x.org/a?b=1&c=2]]></link>'), 'https://x.org/a?b=1&c=2'],
      [
        'a link of Atom in RSS',
        rss(
          '<title>A</title><a:link rel="self" href="https://x.org/self"/><a:link href="https://x.org/a"/>',
          'xmlns:a="http://www.w3.org/2005/Atom"',
        ),
        'https://x.org/a',
      ],
      [
        'an empty link and one of Atom',
        rss('<title>A</title><link/><a:link href="https://x.org/a"/>', 'xmlns:a="http://www.w3.org/2005/Atom"'),
        'https://x.org/a',
      ],
      ['the guid where it is a page', titled('<guid>https://x.org/a</guid>'), 'https://x.org/a'],
      ['no guid that is no page', titled('<guid isPermaLink="false">https://x.org/a</guid>'), undefined],
      [
        'the link before the guid',
        titled('<guid isPermaLink="true">https://x.org/g</guid><link>https://x.org/a</link>'),
        'https://x.org/a',
      ],
      ['no guid that is a number', titled('<guid>17</guid>'), undefined],
      ['a relative link', titled('<link>/papers/1</link>'), `${base}/papers/1`],
      ['a link relative to the folder', titled('<link>papers/1</link>'), `${base}/feeds/papers/1`],
      ['a link without scheme', titled('<link>//x.org/a</link>'), 'https://x.org/a'],
      [
        'a link relative to a base',
        rss('<title>A</title><link>papers/1</link>', 'xml:base="https://x.org/b/"'),
        'https://x.org/b/papers/1',
      ],
      [
        'bases within bases',
        `<feed ${ATOM} xml:base="https://x.org/b/"><entry xml:base="c/"><title>A</title><link xml:base="d/" href="e"/></entry></feed>`,
        'https://x.org/b/c/d/e',
      ],
      [
        'a base that is none of the web',
        rss('<title>A</title><link>papers/1</link>', 'xml:base="javascript:alert(1)//"'),
        `${base}/feeds/papers/1`,
      ],
      [
        'rel=alternate before others',
        atom(
          '<title>A</title><link rel="self" href="https://x.org/s"/><link rel="related" href="https://x.org/r"/><link rel="alternate" href="https://x.org/a"/>',
        ),
        'https://x.org/a',
      ],
      [
        'the page before the file',
        atom(
          '<title>A</title><link type="application/pdf" href="https://x.org/a.pdf"/><link type="text/html" href="https://x.org/a"/>',
        ),
        'https://x.org/a',
      ],
      [
        'no link to the entry itself',
        atom('<title>A</title><link rel="self" href="https://x.org/s"/><id>https://x.org/a</id>'),
        'https://x.org/a',
      ],
      [
        'what lies behind a counter',
        rss(
          '<title>A</title><link>https://counter.example.org/1</link><f:origLink>https://x.org/a</f:origLink>',
          'xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        'https://x.org/a',
      ],
      ['no script', titled('<link>javascript:alert(1)</link>'), undefined],
      ['no file', titled('<link>file:///etc/passwd</link>'), undefined],
      ['no command', atom('<title>A</title><link href="command:x"/>'), undefined],
    ];
    for (const [what, feed, url] of table) it(what, async () => assert.equal((await papersOf(feed))[0].url, url));
  });

  describe('say titles and abstracts in plain text', () => {
    const table: readonly (readonly [what: string, feed: string, title: string, abstract?: string])[] = [
      ['entities of HTML', rss('<title>Caf&eacute;&nbsp;&ndash; &alpha;</title>'), 'Café – α'],
      ['entities that nobody knows', rss('<title>A &nosuch; B</title>'), 'A &nosuch; B'],
      [
        'a lone ampersand',
        rss('<title>AT&T & R&D; A&amp;B</title><description>A & <b>B</b>; C</description>'),
        'AT&T & R&D; A&B',
        'A & B; C',
      ],
      [
        'an ampersand in an address',
        rss('<title>A</title><link>https://x.org/?a=1&b=2</link><description>x</description>'),
        'A',
        'x',
      ],
      ['a lone less-than sign', rss('<title>When p < 0.05 and n <= 3</title>'), 'When p < 0.05 and n <= 3'],
      ['an end of CDATA that has no start', rss('<title>a[b[0]]> c</title>'), 'a[b[0]]> c'],
      ['characters that XML forbids', rss('<title>A\x0bB \x00C&#0;&#8;</title>'), 'A B C\ufffd\ufffd'],
      ['numbers of Windows-1252', rss('<title>A&#150;B &#x2013; &#8220;C&#8221;</title>'), 'A–B – “C”'],
      [
        'numbers of XML’s own signs',
        rss('<title>A &#38; B &#60; C &#x3c;i&#x3e;D&#60;/i></title>'),
        'A & B < C <i>D</i>',
      ],
      ['entities in CDATA', rss('<title><![CDATA[Caf&eacute; &amp; &#8220;Bar&#8221;]]></title>'), 'Café & “Bar”'],
      ['an ampersand in CDATA', rss('<title><![CDATA[AT&T < R&D]]></title>'), 'AT&T < R&D'],
      [
        'HTML in CDATA',
        rss('<title><![CDATA[<i>In vivo</i> <span class="x">study</span>]]></title>'),
        '<i>In vivo</i> study',
      ],
      [
        'HTML that is escaped twice',
        rss(
          '<title>&amp;lt;i&amp;gt;In vivo&amp;lt;/i&amp;gt; &amp;amp; more</title><description>&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two&amp;amp;nbsp;three.&amp;lt;/p&amp;gt;</description>',
        ),
        '<i>In vivo</i> & more',
        'One. Two three.',
      ],
      [
        'paragraphs',
        rss(
          '<title>A</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;Three&lt;br/&gt;four&lt;ul&gt;&lt;li&gt;five&lt;/li&gt;&lt;li&gt;six&lt;/li&gt;&lt;/ul&gt;</description>',
        ),
        'A',
        'One. Two. Three four five six',
      ],
      [
        'words that tags part',
        rss(
          '<title>H&lt;sub&gt;2&lt;/sub&gt;O</title><description>H&lt;sub&gt;2&lt;/sub&gt;O, &lt;b&gt;bo&lt;/b&gt;ld</description>',
        ),
        'H<sub>2</sub>O',
        'H2O, bold',
      ],
      [
        'pictures and scripts',
        rss(
          '<title>A</title><description>&lt;img src=x.png alt&gt;One&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- no --&gt; two&lt;style&gt;p{}&lt;/style&gt;</description>',
        ),
        'A',
        'One two',
      ],
      [
        'signs that are no tags',
        rss(
          '<title>A</title><description>We show a &amp;lt; b, x&amp;lt;y and z&amp;gt;w, &amp;lt;fast&amp;gt; and $a&lt;b$</description>',
        ),
        'A',
        'We show a < b, x<y and z>w, <fast> and $a<b$',
      ],
      [
        'a letter that is a tag’s name',
        rss('<title>A</title><description>where a&lt;b and c&gt;d</description>'),
        'A',
        'where a<b and c>d',
      ],
      [
        'XHTML',
        atom(
          '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i></div></title><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>T<b>w</b>o.</p><ul><li>a</li><li>b</li></ul>c<br/>d</div></summary>',
        ),
        'One two',
        'One. Two. a b c d',
      ],
      [
        'XHTML with a prefix',
        atom(
          '<title>A</title><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One.</h:p><h:p>Two.</h:p></h:div></content>',
        ),
        'A',
        'One. Two.',
      ],
      [
        'HTML of Atom',
        atom(
          '<title type="html">A &lt;em&gt;B&lt;/em&gt; &amp;eacute;</title><summary type="html">&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</summary>',
        ),
        'A <i>B</i> é',
        'One Two',
      ],
      ['lines', rss('<title>A\n   B\r\n\tC</title><description>D\n\nE</description>'), 'A B C', 'D E'],
      [
        'the whole text where there is no summary',
        rss(
          '<title>A</title><c:encoded><![CDATA[<p>One</p>]]></c:encoded>',
          'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
        ),
        'A',
        'One',
      ],
    ];
    for (const [what, feed, title, abstract] of table) {
      it(what, async () => {
        const [{ item }] = await papersOf(feed);
        assert.deepEqual([item.title, item.abstract], [title, abstract]);
      });
    }
  });

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
