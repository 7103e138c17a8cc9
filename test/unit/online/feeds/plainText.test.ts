import assert from 'node:assert/strict';
import { atom, papersOf, rss } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
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
});
