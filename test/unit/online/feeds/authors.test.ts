import assert from 'node:assert/strict';
import { fullName } from '../../../../src/library/model/display';
import { atom, papersOf, rss, titled } from './wire';

describe('Feeds of papers, as they come over the wire', () => {
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
});
