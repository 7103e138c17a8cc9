import assert from 'node:assert/strict';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

describe('The bibliography files that a document names', () => {
  const names = (syntax: SyntaxId, text: string, expected: string[]) =>
    it(`${syntax}: ${text.replaceAll('\n', '↵')}`, () =>
      assert.deepEqual(SYNTAXES[syntax].bibliography.files(text), expected));

  names('pandoc', '---\nbibliography: refs.bib\n---\n', ['refs.bib']);
  names('pandoc', '---\nbibliography: "~/Zotero/my refs.bib" \ntitle: X\n---\n', ['my refs.bib']);
  names('pandoc', '---\nbibliography: [a.bib, "b/c.json"]\n---\n', ['a.bib', 'c.json']);
  names('pandoc', '---\nbibliography:\n  - a.bib\n  - ../b.yaml\n---\n', ['a.bib', 'b.yaml']);
  names('pandoc', 'bibliography: refs.bib', []);
  names('latex', '\\bibliography{refs,../more}', ['refs.bib', 'more.bib']);
  names('latex', '\\addbibresource[glob]{C:\\lib\\refs.bib}', ['refs.bib']);
  names('typst', '#bibliography(("a.bib", "b.yml"), style: "apa")', ['a.bib', 'b.yml']);
  names('org', '#+bibliography: refs.bib', ['refs.bib']);
  names('rst', '.. bibliography:: refs.bib', ['refs.bib']);
  names('asciidoc', ':bibtex-file: refs.bib', ['refs.bib']);
  names('org', 'Nothing', []);
});
