import assert from 'node:assert/strict';
import { completersOf, isCompletedByOther } from '../../../src/citations/completers';
import { knownSyntax } from '../../../src/citations/syntaxes';

describe('Completion by another extension', () => {
  const cases: [languageId: string, installed: string[], expected: boolean][] = [
    ['latex', ['james-yu.latex-workshop'], true],
    ['tex', ['efoerster.texlab'], true],
    ['latex', ['maltehei.latex-citations'], true],
    ['latex-expl3', ['maltehei.latex-citations'], false],
    ['markdown', ['notzaki.pandocciter'], true],
    ['quarto', ['quarto.quarto'], true],
    ['quarto', ['notzaki.pandocciter'], true],
    ['rmd', ['quarto.quarto', 'notzaki.pandocciter'], true],
    ['typst', ['myriad-dreamin.tinymist'], true],
    ['asciidoc', ['asciidoctor.asciidoctor-vscode'], true],
    ['markdown', ['quarto.quarto', 'james-yu.latex-workshop', 'foam.foam-vscode'], false],
    ['typst', ['james-yu.latex-workshop'], false],
    ['latex', [], false],
    ['org', ['james-yu.latex-workshop'], false],
    ['restructuredtext', ['notzaki.pandocciter'], false],
    ['plaintext', ['james-yu.latex-workshop'], false],
    ['', ['notzaki.pandocciter'], false],
    ['constructor', ['notzaki.pandocciter'], false],
  ];
  for (const [languageId, installed, expected] of cases) {
    it(`${languageId || 'no language'} beside ${installed.join(', ') || 'none'}: ${expected ? 'yes' : 'no'}`, () =>
      assert.equal(
        isCompletedByOther(languageId, (id) => installed.includes(id)),
        expected,
      ));
  }

  it('is asked by ids as VS Code compares them, for languages that we complete as well', () => {
    for (const languageId of ['latex', 'tex', 'latex-expl3', 'markdown', 'quarto', 'rmd', 'typst', 'asciidoc']) {
      assert.ok(knownSyntax(languageId));
      const ids = completersOf(languageId);
      assert.ok(ids.length > 0);
      for (const id of ids) assert.match(id, /^[a-z0-9-]+\.[a-z0-9-]+$/);
    }
  });
});
