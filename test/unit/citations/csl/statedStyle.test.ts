import assert from 'node:assert/strict';
import { statedFormatting, styleName, stylePath } from '../../../../src/citations/csl/statedStyle';

describe('The style that a document states', () => {
  const states = (syntax: string, text: string, style: string | undefined, locale?: string) =>
    it(`${syntax}: ${JSON.stringify(text)}`, () => assert.deepEqual(statedFormatting(text, syntax), { style, locale }));
  states('pandoc', '---\ntitle: T\ncsl: styles/my style.csl\nlang: de-DE\n---\n', 'styles/my style.csl', 'de-DE');
  states('pandoc', "---\ncsl: 'apa.csl' # as they want it\n---\n", 'apa.csl');
  states('pandoc', 'csl: apa.csl\n', undefined);
  states('pandoc', '---\nother-csl: x\n---\n', undefined);
  states('org', '#+CITE_EXPORT: csl chicago.csl\n#+LANGUAGE: fr\n', 'chicago.csl', 'fr');
  states('typst', '#bibliography(("a.bib", "b.yml"), style: "ieee")', 'ieee');
  states('typst', '#bibliography("a.bib", title: [Works (cited)],\n  style: "ieee")', 'ieee');
  states('typst', '// #set bibliography(style: "ieee")\n/* #set text(lang: "de") */', undefined);
  states('typst', '#set text(font: ("A", "B"), lang: "de")', undefined, 'de');
  states('typst', '#set text(size: 11pt, lang: "de")\n#bibliography("a.bib", style: "apa")', 'apa', 'de');
  states('asciidoc', ':bibtex-style: ieee\n', 'ieee');
  states('latex', '\\cite{a}', undefined);

  it('goes by many names', () => {
    const names = [
      'apa',
      'a/b/APA.csl',
      'https://www.zotero.org/styles/apa',
      'a\\american-psychological-association.csl',
    ];
    assert.deepEqual(names.map(styleName), ['apa', 'apa', 'apa', 'apa']);
    assert.deepEqual(
      ['association-for-computing-machinery', 'chicago-notes-bibliography', 'elsevier-with-titles.csl'].map(styleName),
      ['acm', 'chicago-notes', 'elsevier'],
    );
    assert.equal(styleName('constructor'), 'constructor');
  });

  it('is a path where it names a file', () => {
    assert.deepEqual(['apa', 'x/a.csl', 'x\\a.csl', 'https://a.org/a.csl', 'file:///a.csl'].map(stylePath), [
      undefined,
      'x/a.csl',
      'x/a.csl',
      undefined,
      undefined,
    ]);
  });
});
