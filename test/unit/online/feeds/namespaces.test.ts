import assert from 'node:assert/strict';
import { fullName } from '../../../../src/library/model/display';
import { DC, RDF, atom, papersOf, rss, titled } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
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
});
