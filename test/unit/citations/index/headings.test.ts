import assert from 'node:assert/strict';
import { headingsIn } from '../../../../src/citations/index/headings';
import { readCitingFile } from '../../../../src/citations/index/readCitingFile';
import { readNotebook } from '../../../../src/citations/index/readNotebook';
import { SYNTAXES, type SyntaxId } from '../../../../src/citations/syntaxes';

describe('The headings of a document', () => {
  const are = (syntax: SyntaxId, text: string, ...expected: readonly string[]) =>
    it(`in ${syntax}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        headingsIn(text, SYNTAXES[syntax]).map(({ title }) => title),
        expected,
      ));

  for (const syntax of ['pandoc', 'myst', 'multimarkdown', 'jekyll'] as const) {
    are(syntax, '# One\n\n## Two ##\n\n### C# {#sharp .x}\n\n#tag\n\n# ', 'One', 'Two', 'C#');
    are(syntax, 'One\n===\n\nText.\n\nTwo {#two}\n---\n\nText.', 'One', 'Two');
    are(syntax, '---\ntitle: None\n---\nOne\r\n===\r\n', 'One');
    are(syntax, '```python\n# comment\nx = 1\n---\n```\n\n~~~\n# none\n~~~\n\n    # none\n');
    are(syntax, '```{python}\n#| label: none\n# comment\n```\n\n## One\n', 'One');
    are(syntax, '<!--\n# none\n\nNone\n===\n-->\n# One\n', 'One');
    are(syntax, '- none\n---\n\n> none\n---\n\n| none |\n---\n\nText of\nlines\n---\n\n---\n');
  }

  are(
    'latex',
    '\\section{A \\emph{b} c}\n\\subsection*{Two}\n\\paragraph{\\textbf{T\\"urme}}',
    'A b c',
    'Two',
    'Türme',
  );
  are('latex', '%\\section{None}\n% x \\section{None}\n\\section[One]{One\n  of all % of them\n  }', 'One of all');
  are(
    'latex',
    '\\begin{verbatim}\n\\section{None}\n\\end{verbatim}\n\\verb|\\section{None}| \\section{\\label{a}One}',
    'One',
  );
  are('latex', '\\newcommand{\\own}[1]{\\section{#1}} \\sectionmark{none} \\section');
  are(
    'latex',
    '\\section{\\texorpdfstring{$\\alpha$}{Alpha}} \\addchap{Two}\n\\frametitle{Three}',
    'Alpha',
    'Two',
    'Three',
  );
  are('latex', '\\section{One}\\end{document}\\section{None}', 'One');

  are('org', '* One :a:b:\n** TODO [#A] Two\n*bold* no\n#+TODO: WAIT(w) | GONE\n* WAIT Three\n', 'One', 'Two', 'Three');
  are('org', '#+begin_src python\n,* none\n#+end_src\n#+begin_example\n * none\n#+end_example\n* One\n', 'One');

  are('rst', 'One\n===\n\nText.\n\n====\nTwo\n====\n\n Three\n -----\n\nText\n-\n', 'One', 'Two');
  are(
    'rst',
    '.. None\n=======\n\n.. code-block:: rst\n\n   None\n   ----\n\nx::\n\n  None\n  ====\n\nOne\n~~~~\n',
    'One',
  );
  are('rst', 'Text of two\nlines\n-----\n\n-----\n\nOne\n"""', 'One');

  are('asciidoc', '= One\n\n== Two ==\n\n### Three\n\n== [[four]]Four\n', 'One', 'Two', 'Three', 'Four');
  are('asciidoc', 'One\n===\n\nSecond\n------\n\nText\n', 'One', 'Second');
  are('asciidoc', '----\n== none\n----\n\n// == none\n////\n== none\n////\n\n[source]\n== none\n\n== One\n', 'One');

  are('typst', '= One <one>\n  == Two // none\n=none\n', 'One', 'Two');
  are(
    'typst',
    '```\n= none\n```\n// = none\n/*\n= none\n*/\n#heading(level: 2)[Three] #heading[Four]',
    'Three',
    'Four',
  );
});

describe('The heading of a citation', () => {
  const headingOf = (syntax: SyntaxId, text: string) =>
    readCitingFile(text, SYNTAXES[syntax], 'a.md')?.places.map(({ heading }) => heading);

  it('is the one above it, or around it', () => {
    assert.deepEqual(headingOf('pandoc', '@a\n\n# One @b\n\n@c\n\n```\n# none\n```\n\n@d'), [
      undefined,
      'One @b',
      'One @b',
      'One @b',
    ]);
    assert.deepEqual(headingOf('latex', '\\section{A \\emph{b} c}\n% \\section{None}\n\\cite{a}'), ['A b c']);
  });

  it('may stand in a cell above, of a notebook, and is no comment of a cell with code', () => {
    const cells = [
      ['markdown', '# One\n\n@a'],
      ['code', '# none'],
      ['markdown', '@b\n\n## Two'],
      ['markdown', 'Text.'],
      ['markdown', '@c\n\n# Three\n\n@d'],
    ].map(([cell_type, source]) => ({ cell_type, source }));
    const places = readNotebook(JSON.stringify({ cells, nbformat: 4 }), 'a.ipynb')?.places;
    assert.deepEqual(
      places?.map(({ key, heading }) => [key, heading]),
      [
        ['a', 'One'],
        ['b', 'One'],
        ['c', 'Two'],
        ['d', 'Three'],
      ],
    );
  });
});
