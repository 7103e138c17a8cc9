import assert from 'node:assert/strict';
import { readCitingFile } from '../../../../src/citations/index/readCitingFile';
import { SYNTAXES, type SyntaxId } from '../../../../src/citations/syntaxes';
import { HOSTILE } from './hostileSnippets';

/** How each syntax cites, and the places (`§`) in which nothing is cited, whatever stands there. */
interface Places {
  readonly forms: readonly string[];
  readonly around: readonly string[];
  /** Texts that look like citations and are none. */
  readonly texts: readonly string[];
}

const MARKDOWN: Places = {
  forms: ['@doe', '[@doe]', '[see @doe, p. 3]', '[-@doe]', '@{doe}', '[@roe; @doe]'],
  around: [
    '`§`',
    '`` ` § ``',
    '```\n§\n```',
    '~~~\n§\n~~~',
    '```{r}\n§\n```',
    '```python\n# §\n```',
    'A line.\n\n    §\n',
    '<!-- § -->',
    '<!--\n§\n-->\n',
    '$x_{§}$',
    '$$\n§\n$$',
    '<pre>§</pre>',
    '<code>§</code>',
    '<script>\nconst a = "§";\n</script>',
    '\\begin{verbatim}\n§\n\\end{verbatim}',
  ],
  texts: [
    'Write to jane@doe.',
    'Write to jane@doe.org.',
    '<jane@doe.org>',
    '\\@doe',
    '\\[\\@doe\\]',
    'https://example.org/@doe',
    '<https://example.org/@doe/1>',
    '[profile](https://example.org/@doe)',
    '![](a@doe.png)',
    'See @fig-doe, @sec-doe, @tbl-doe, @eq-doe and @lst-doe.',
    'See [@fig-doe; @tbl-doe].',
    'See @fig:doe and @eq:doe.',
    'See @Fig-doe.',
    'b@doe',
    '[[@doe]]',
    'npm i @ doe',
    'x@doe;y@doe',
    '# A heading {#doe}\n\n@doe',
    '![A lake](a.png){#doe}\n\nSee @doe.',
    'git@doe:repo.git',
    'user:pass@doe/path',
    '\\cite {doe',
  ],
};

const CORPUS: Readonly<Partial<Record<SyntaxId, Places>>> = {
  pandoc: MARKDOWN,
  latex: {
    forms: ['\\cite{doe}', '\\parencite[see][3]{doe}', '\\textcite{roe,doe}', '\\nocite{doe}', '\\citeauthor*{doe}'],
    around: [
      '% §',
      'Text % §',
      '\\begin{verbatim}\n§\n\\end{verbatim}',
      '\\begin{lstlisting}\n§\n\\end{lstlisting}',
      '\\begin{minted}{tex}\n§\n\\end{minted}',
      '\\begin{comment}\n§\n\\end{comment}',
      '\\iffalse\n§\n\\fi',
      '\\verb|§|',
      '\\verb*+§+',
      '\\lstinline|§|',
    ],
    texts: [
      '\\ref{doe}',
      '\\label{doe}',
      '\\autoref{doe}',
      '\\eqref{doe}',
      '\\cref{doe}',
      '\\url{a@doe}',
      '\\href{mailto:a@doe}{doe}',
      '\\input{doe}',
      '\\bibliography{doe}',
      '\\addbibresource{doe.bib}',
      '\\nocite{*}',
      '\\begin{thebibliography}{9}\n\\bibitem{doe} Doe.\n\\end{thebibliography}\n\\cite{doe}',
      '\\\\cite{doe}',
      '@doe',
      '[@doe]',
      '\\include{doe}',
      '\\usepackage{doe}',
      '\\gls{doe}',
      '\\hyperref[doe]{here}',
    ],
  },
  typst: {
    forms: ['@doe', '@doe[p. 3]', '#cite(<doe>)', '#cite(<doe>, form: "prose")', '#cite(label("doe"))'],
    around: [
      '`§`',
      '```\n§\n```',
      '```typ\n§\n```',
      '// §',
      '/* § */',
      '/* a /* § */ b */',
      '#let a = "§"',
      '#raw("§")',
    ],
    texts: [
      'jane@doe.org',
      'https://example.org/@doe',
      '\\@doe',
      '= A <doe>\nSee @doe.',
      '#figure(image("a.png")) <doe>\n\n@doe',
      '#link("mailto:a@doe.org")',
      '#bibliography("doe.bib", full: true)',
      '#link(<doe>)[here]',
    ],
  },
  org: {
    forms: ['[cite:@doe]', '[cite/t:@doe]', '[cite:see @doe p. 3]', '[cite:@roe;@doe]'],
    around: [
      '=§=',
      '~§~',
      '# §',
      '#+begin_src tex\n§\n#+end_src',
      '#+begin_example\n§\n#+end_example',
      '#+begin_comment\n§\n#+end_comment',
      ': §',
      '#+begin_export html\n§\n#+end_export',
    ],
    texts: ['@doe', 'jane@doe.org', '[[doe]]', '[[file:doe.org]]', '[fn:doe]', '#+name: doe', '<<doe>>', ':doe:'],
  },
  rst: {
    forms: [':cite:p:`doe`', ':cite:`doe`', ':cite:t:`roe,doe`', ':cite:p:`{see}doe{p. 3}`'],
    around: ['``§``', '.. §', '.. code-block:: rst\n\n   §\n', 'Code::\n\n   §\n', '.. literal\n   §\n'],
    texts: ['@doe', 'jane@doe.org', ':ref:`doe`', '.. _doe:', '`doe`_', ':doc:`doe`', '[doe]', '|doe|', ':eq:`doe`'],
  },
  asciidoc: {
    forms: ['cite:[doe]', 'citenp:[doe]', 'cite:see[doe(3)]', 'cite:[roe, doe]'],
    around: [
      '`+§+`',
      '// §',
      '////\n§\n////',
      '----\n§\n----',
      '....\n§\n....',
      '++++\n§\n++++',
      '[source]\n----\n§\n----',
    ],
    texts: [
      '@doe',
      'jane@doe.org',
      '<<doe>>',
      'xref:doe[]',
      '[[doe]]',
      '\\cite:[doe]',
      'anchor:doe[]',
      'bibliography::[]',
    ],
  },
};

describe('No paper is cited', () => {
  let tried = 0;
  for (const [id, { forms, around, texts }] of Object.entries(CORPUS) as [SyntaxId, Places][]) {
    const cited = (text: string) =>
      (readCitingFile(text, SYNTAXES[id], 'a')?.places ?? []).filter(({ key }) => key === 'doe');

    it(`in what ${id} does not read, though every form cites outside of that`, () => {
      for (const form of forms) assert.equal(cited(`See ${form} there.\n`).length, 1, form);
      const snippets = [...around.flatMap((place) => forms.map((form) => place.replaceAll('§', form))), ...texts];
      const wrong = snippets.filter((text) => cited(`Before.\n\n${text}\n\nBehind.\n`).length > 0);
      tried += snippets.length;
      assert.deepEqual(wrong, []);
    });
  }

  it('in more than 200 texts', () => assert.ok(tried >= 200, String(tried)));

  for (const [id, snippets] of Object.entries(HOSTILE) as [SyntaxId, readonly string[]][]) {
    it(`in what is like ${id} and hostile`, () => {
      const keys = (text: string) => (readCitingFile(text, SYNTAXES[id], 'a')?.places ?? []).map(({ key }) => key);
      const wrong = snippets.filter((text) => keys(`Before.\n\n${text}\n\nBehind.\n`).includes('doe'));
      assert.deepEqual(wrong, []);
    });
  }

  it('in more than 200 hostile texts, each written for itself', () =>
    assert.ok(Object.values(HOSTILE).flat().length > 200, String(Object.values(HOSTILE).flat().length)));
});
