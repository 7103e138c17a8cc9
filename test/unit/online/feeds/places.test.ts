import assert from 'node:assert/strict';
import { ATOM, atom, papersOf, rss, titled } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
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
});
