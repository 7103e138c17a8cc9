import assert from 'node:assert/strict';
import { latex, latexWith } from '../../../../src/citations/syntaxes/latex';
import { edited, findsAll } from './show';

describe('Citations in LaTeX', () => {
  describe('in the notes of others', () => {
    findsAll(latex, [
      [
        '\\citep[see \\citealp{b}]{a} \\cite{c}',
        'parenthetical: a "see \\citealp{b}"',
        'parenthetical: b',
        'parenthetical: c',
      ],
      [
        '\\cite[\\cite{b}][\\cite{c}]{a}',
        'parenthetical: "\\cite{b}" a "\\cite{c}"',
        'parenthetical: b',
        'parenthetical: c',
      ],
      [
        '\\cite[see \\textcite[and \\citeyear{c}]{b}]{a}',
        'parenthetical: a "see \\textcite[and \\citeyear{c}]{b}"',
        'narrative: b "and \\citeyear{c}"',
        'year: c',
      ],
      [
        '\\cites(see \\cite{d})()[3]{a}[{\\cite{c}}]{b}',
        'parenthetical: "see \\cite{d}" a {3}; b "\\cite{c}"',
        'parenthetical: d',
        'parenthetical: c',
      ],
      [
        '\\cite[\\verb|\\cite{x}| \\emph{\\cite{b}}]{a}',
        'parenthetical: a "\\verb|\\cite{x}| \\emph{\\cite{b}}"',
        'parenthetical: b',
      ],
    ]);
  });

  describe('commands and their arguments', () => {
    findsAll(latex, [
      ['\\citen{a} \\citeN{b} \\citeposs{c}', 'parenthetical: a', 'narrative: b', 'narrative: c'],
      ['\\citeaffixed[p. 3]{a}{e.g.} \\citefield{b}[x]{title}', 'parenthetical: "e.g." a {p. 3}', 'parenthetical: b'],
      ['\\cite{a}', 'parenthetical: a'],
      ['\\cite{a,*[{see }][{, too}]b, c}', 'parenthetical: a; b; c'],
      ['\\cite{[see](x)}', 'parenthetical: [see](x)'],
      ['\\cite{[a],b[c]}', 'parenthetical: [a]; b[c]'],
      ['\\textcquote[12]{a}{So it is} \\blockcquote*{b}[.]{It is}', 'parenthetical: a {12}', 'parenthetical: b'],
      ['\\hyphentextcquote{german}[vgl.][3]{a}{So}', 'parenthetical: "vgl." a {3}'],
      [
        '\\begin{displaycquote}[12]{a}\nAs \\cite{b}.\n\\end{displaycquote}',
        'parenthetical: a {12}',
        'parenthetical: b',
      ],
      ['\\apud[p. 3]{a}{b} \\nocitemeta{c}', 'parenthetical: a {p. 3}; b', 'nocite: c'],
      ['\\cite<compare>[p. 3]{a} \\cite<2->{b}', 'parenthetical: "compare" a {p. 3}', 'parenthetical: b'],
      ['\\hyperref[x]{as \\cite{a} says}', 'parenthetical: a'],
      ['\\citeasnoun{a} \\citefield{b}{title}', 'narrative: a', 'parenthetical: b'],
      ['\\cite{a,*b,* c}', 'parenthetical: a; b; c'],
      ['\\iffalse \\ifnum1=1 \\cite{x}\\else\\cite{y}\\fi \\cite{z}\\fi \\cite{a}', 'parenthetical: a'],
      ['\\cite{a,b, c}', 'parenthetical: a; b; c'],
      ['\\cite{ a ,\n  b,% first\n  c }', 'parenthetical: a; b; c'],
      ['\\cite[p.~3]{a}', 'parenthetical: a {p.~3}'],
      ['\\cite[see][p. 3]{a,b}', 'parenthetical: "see" a; b {p. 3}'],
      ['\\cite[see][]{a}', 'parenthetical: "see" a'],
      ['\\cite[][3--5]{a}', 'parenthetical: a {3--5}'],
      ['\\cite [see] [3] {a}', 'parenthetical: "see" a {3}'],
      ['\\cite%\n  [3]%\n  {a}', 'parenthetical: a {3}'],
      ['\\citep[{see [sic]}][3]{a}', 'parenthetical: "see [sic]" a {3}'],
      ['\\parencite[33, and \\emph{passim}]{a}', 'parenthetical: a {33} "and \\emph{passim}"'],
      ['\\citet{jon90}', 'narrative: jon90'],
      ['\\citet*[chap.~2]{jon90}', 'narrative: jon90 {chap.~2}'],
      ['\\citealt{a} \\citealp{b}', 'narrative: a', 'parenthetical: b'],
      ['\\Citet{a} \\Citep{b} \\Textcite{c}', 'narrative: a', 'parenthetical: b', 'narrative: c'],
      ['\\citeauthor{a} \\Citeauthor*{a}', 'author: a', 'author: a'],
      ['\\citeyear{a} \\citeyearpar[see][3]{a}', 'year: a', 'year: "see" a {3}'],
      ['\\textcite{a} \\autocite{b} \\smartcite{c}', 'narrative: a', 'parenthetical: b', 'parenthetical: c'],
      ['\\supercite{a} \\fullcite{b} \\citetitle{c}', 'parenthetical: a', 'parenthetical: b', 'parenthetical: c'],
      ['\\footcite[3]{a} \\footcitetext{b} \\footfullcite{c}', 'footnote: a {3}', 'footnote: b', 'footnote: c'],
      ['\\parencite*[3]{a} \\cite*{b} \\autocite*{c}', 'year: a {3}', 'year: b', 'year: c'],
      ['\\citedate{a} \\citeurl{b}', 'year: a', 'parenthetical: b'],
      ['\\nocite{a,b}', 'nocite: a; b'],
      ['\\nocite{*} \\nocite{*,a}', 'nocite: a'],
      ['\\cites{a}{b}', 'parenthetical: a; b'],
      ['\\autocites[see][3]{a}[5]{b,c}{d}', 'parenthetical: "see" a {3}; b; c {5}; d'],
      ['\\parencites(see)(and others)[3]{a}{b}', 'parenthetical: "see" a {3}; b "and others"'],
      ['\\textcites{a} [3]{b}\n{c}', 'narrative: a; b {3}; c'],
      ['\\footcites{a}{b} \\smartcites{a}{b}', 'footnote: a; b', 'parenthetical: a; b'],
      ['\\volcite[see]{2}[33]{a} \\pvolcite{1}{b}', 'parenthetical: "see" a {33}', 'parenthetical: b'],
      ['\\bibentry{a} \\citetalias{b} \\citeonline{c}', 'parenthetical: a', 'narrative: b', 'narrative: c'],
      ['\\shortcite{a} \\citeA{b} \\citeNP{c}', 'parenthetical: a', 'narrative: b', 'parenthetical: c'],
      ['\\cite{a}\\cite{b}', 'parenthetical: a', 'parenthetical: b'],
      ['(\\cite{Müller:2020-x/y+z_1})', 'parenthetical: Müller:2020-x/y+z_1'],
      ['\\footnote{See \\cite[3]{a}.}', 'parenthetical: a {3}'],
    ]);
  });

  describe('what is no citation', () => {
    findsAll(latex, [
      ['% \\cite{a}\n100\\% of \\cite{b}', 'parenthetical: b'],
      ['\\\\cite{a} \\\\\\cite{b}', 'parenthetical: b'],
      ['\\verb|\\cite{a}| \\verb*+\\cite{b}+ \\cite{c}', 'parenthetical: c'],
      ['\\lstinline[language=TeX]!\\cite{a}! \\mintinline{tex}{\\cite{b}}'],
      ['\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\n\\cite{b}', 'parenthetical: b'],
      ['\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}'],
      ['\\begin{comment}\\cite{a}\\end{comment}\\begin{minted}{tex}\\cite{b}\\end{minted}'],
      ['\\begin{quote}\\cite{a}\\end{quote}', 'parenthetical: a'],
      ['\\iffalse \\cite{a} \\fi \\cite{b}', 'parenthetical: b'],
      ['\\url{https://x.org/\\cite{a}} \\href{x\\cite{b}}{see \\cite{c}}', 'parenthetical: c'],
      ['\\end{document} \\cite{a}'],
      ['\\newcommand{\\mycite}[1]{\\cite{#1}}'],
      ['\\citestyle{authoryear} \\setcitestyle{square} \\DeclareCiteCommand{\\x}{a}{b}{c}{d}'],
      ['\\cite {} \\cite{,} \\cite[3] \\cite{unclosed'],
      ['\\cite\n\n{a}'],
      ['\\cite{p:#1} \\cite{#1,a} \\bibcite{b}{1} \\abx@aux@cite{0}{c}', 'parenthetical: a'],
      ['\\begin{filecontents}{a.bib}\n\\cite{a}\n\\end{filecontents}'],
      ['me@x.org and [@a]'],
      ['\\excited{a} \\recitation{b}'],
    ]);
  });

  describe('by commands that the document defines', () => {
    const cites = '\\cite{x} \\ct[3]{a,b}';
    const [plain, other] = ['parenthetical: x', 'parenthetical: a; b {3}'];
    findsAll(latex, [
      [`\\let\\ct\\cite ${cites}`, plain, other],
      [`\\let\\ct=\\cite\n{\\it y} ${cites}`, plain, other],
      [`\\let \\ct = \\citet \\ct{a} \\ct*{b}`, 'narrative: a', 'narrative: b'],
      [`\\let\\cts\\cites \\cts[1]{a}[2]{b}`, 'parenthetical: a {1}; b {2}'],
      ['\\let\\cu\\ct \\let\\ct\\textcite \\cu{a}', 'narrative: a'],
      ['\\newcommand{\\ct}[1]{(see \\textcite{#1})} \\ct{a}', 'narrative: a'],
      ['\\newcommand\\ct[2][]{\\cite[#1]{#2}} \\ct[3]{a}', 'parenthetical: a {3}'],
      ['\\providecommand*{\\ct}{\\cite} \\ct{a}', 'parenthetical: a'],
      ['\\DeclareRobustCommand{\\ct}[1]{\\footcite{#1}} \\ct{a}', 'footnote: a'],
      ['\\def\\ct#1{\\citep{#1}} \\ct{a}', 'parenthetical: a'],
      ['\\NewDocumentCommand{\\ct}{s O{} m}{\\cite[#2]{#3}} \\ct[3]{a}', 'parenthetical: a {3}'],
      ['\\NewDocumentCommand\\ct{m}{\\cite{#1}} \\ct{a}', 'parenthetical: a'],
      ['\\NewCommandCopy{\\ct}{\\textcite} \\ct{a} \\LetLtxMacro\\cu\\citet \\cu{b}', 'narrative: a', 'narrative: b'],
      ['\\newcommand{\\ct}[1]{\\citet{#1}}\\newcommand{\\cu}[1]{see \\ct{#1}} \\cu{a}', 'narrative: a'],
      ['\\newcommand{\\cu}[1]{\\my@cite{#1}}\\let\\my@cite\\footcite \\cu{a}', 'footnote: a'],
      ['\\DeclareCiteCommand{\\ct}[\\mkbibfootnote]{}{x}{y}{} \\ct[3]{a}', 'footnote: a {3}'],
      [
        '\\DeclareCiteCommand\\ct{a}{b}{c}{d} \\ct{e} \\DeclareCiteCommand{\\textcite}{}{}{}{} \\textcite{f}',
        'parenthetical: e',
        'narrative: f',
      ],
      ['\\DeclareMultiCiteCommand{\\cts}[\\mkbibparens]{\\ct}{;} \\cts{a}[3]{b}', 'parenthetical: a; b {3}'],
      // The keys need not be what stands first.
      ['\\newcommand{\\both}[2]{\\cite{#1} and \\cite{#2}} \\both{a}{b,c}', 'parenthetical: a; b; c'],
      ['\\newcommand{\\both}[2]{\\citet{#1,#2}} \\both{a}\n{b}', 'narrative: a; b'],
      ['\\newcommand{\\both}[2]{\\parencites[1]{#1}[2]{#2}} \\both{a}{b}', 'parenthetical: a; b'],
      ['\\newcommand{\\w}[4]{\\cite[#1]{#2}, \\cite[#3]{#4}} \\w{3}{a}{4}{b}{c}', 'parenthetical: a; b'],
      ['\\NewDocumentCommand{\\z}{m o m}{\\cite{#1}#2\\cite{#3}} \\z{a}[n]{b}', 'parenthetical: a; b'],
      [
        '\\newcommand{\\o}[2]{\\cite{#1}\\cite{#2}}\\newcommand{\\q}[3]{\\o{#3}{#1}} \\q{a}{T}{b}',
        'parenthetical: a; b',
      ],
      ['\\newcommand{\\both}[2]{\\cite{#1} and \\cite{#2}} \\both{a} b', 'parenthetical: a'],
      ['\\newcommand{\\pg}[2]{\\cite[#1]{#2}} \\pg{3}{a} \\pg {4}\n{b,c}', 'parenthetical: a', 'parenthetical: b; c'],
      [
        '\\newcommand{\\pg}[3][see]{\\emph{#1 \\textcite[#2]{#3}}} \\pg{3}{a} \\pg[cf.]{3}{b}',
        'narrative: a',
        'narrative: b "cf."',
      ],
      ['\\NewDocumentCommand{\\pg}{m O{} m}{%\n  (#1, \\cite[#2]{#3})%\n} \\pg{x}[3]{a}', 'parenthetical: a {3}'],
      ['\\def\\pg#1#2{\\cite[#1]{#2}}\\let\\ph\\pg \\ph{3}{a}', 'parenthetical: a'],
      ['\\newcommand{\\pg}[2]{\\cite[#1]{#2}}\\newcommand{\\pp}[1]{\\pg{3}{#1}} \\pp{a}', 'parenthetical: a'],
      ['\\newcommand{\\pg}[2]{\\cite[#1]{#2}}\\newcommand{\\pp}[1]{\\pg{#1}{b}} \\pp{3}{a}', 'parenthetical: b'],
      ['\\newcommand{\\vol}[2]{\\volcite{#2}{#1}} \\vol{a}{3}', 'parenthetical: a'],
      ['\\newcommand{\\ct}[1]{\\footnote{see \\cite[p.~3]{#1}}} \\ct{a}', 'parenthetical: a'],
      ['\\newcommand{\\ct}[1]{\\emph{#1} \\cite{z}} \\ct{a}', 'parenthetical: z'],
      ['\\let\\ct\\emph \\ct{a} \\let\\a\\b \\let\\b\\a \\a{c}'],
      ['% \\let\\ct\\cite\n\\ct{a} \\verb|\\let\\cu\\cite| \\cu{b}'],
      ['\\ct{a}'],
      ['\\let\\cite\\ct{a}'],
    ]);
  });

  it('finds commands that build on what a user names', () => {
    const own = latexWith({ commands: ['see', 'mine=textcite'] });
    const found = (text: string) => own.find(text).map(({ form, items }) => `${form}: ${items[0].key}`);
    assert.deepEqual(found('\\newcommand{\\ct}[1]{(\\see{#1})} \\let\\cu\\ct \\ct{a} \\cu[3]{b}'), [
      'parenthetical: a',
      'parenthetical: b',
    ]);
    assert.deepEqual(found('\\newcommand{\\ct}[1]{\\mine{#1}} \\ct{a}'), ['narrative: a']);
    assert.deepEqual(found('\\newcites{own}{Own} \\newcommand{\\ct}[1]{\\citeown{#1}} \\ct{a}'), ['parenthetical: a']);
    assert.deepEqual(found('\\newcommand{\\ct}[1]{\\other{#1}} \\ct{a}'), []);
  });

  it('finds commands that a user names', () => {
    const own = latexWith({ commands: ['\\seealso', 'mine*'] });
    assert.deepEqual(
      own.find('\\seealso{a} \\mine*[3]{b} \\other{c}').map(({ items }) => items[0].key),
      ['a', 'b'],
    );
  });

  describe('written', () => {
    const cases: [expected: string, citation: Parameters<typeof latex.format>[0]][] = [
      ['\\cite{a,b}', { items: [{ key: 'a' }, { key: 'b' }] }],
      ['\\cite[p. 3]{a}', { items: [{ key: 'a', locator: 'p. 3' }] }],
      ['\\cite[see][]{a}', { items: [{ key: 'a', prefix: 'see' }] }],
      [
        '\\cite[see][3, and more]{a,b}',
        {
          items: [
            { key: 'a', prefix: 'see' },
            { key: 'b', locator: '3', suffix: 'and more' },
          ],
        },
      ],
      [
        '\\cites[3]{a}[see][5]{b}',
        {
          items: [
            { key: 'a', locator: '3' },
            { key: 'b', prefix: 'see', locator: '5' },
          ],
        },
      ],
      ['\\textcite{a}', { form: 'narrative', items: [{ key: 'a' }] }],
      ['\\citeyear{a}', { form: 'year', items: [{ key: 'a' }] }],
      ['\\citeauthor{a}', { form: 'author', items: [{ key: 'a' }] }],
      ['\\footcite[3]{a}', { form: 'footnote', items: [{ key: 'a', locator: '3' }] }],
      ['\\nocite{a,b}', { form: 'nocite', items: [{ key: 'a', locator: '3' }, { key: 'b' }] }],
      ['\\autocite{a}', { command: 'autocite', items: [{ key: 'a' }] }],
      ['\\autocites[3]{a}{b}', { command: 'autocite', items: [{ key: 'a', locator: '3' }, { key: 'b' }] }],
      ['\\cite[{[3]}]{a}', { items: [{ key: 'a', locator: '[3]' }] }],
      ['', { items: [] }],
    ];
    for (const [expected, citation] of cases)
      it(expected || 'nothing', () => assert.equal(latex.format(citation), expected));

    it('with natbib’s commands where the document loads it', () => {
      const items = [{ key: 'a', locator: '3' }, { key: 'b' }];
      assert.equal(
        latex.formatAt?.('\\usepackage{natbib}', 0, { form: 'narrative', items: [{ key: 'a' }] }),
        '\\citet{a}',
      );
      assert.equal(latex.formatAt?.('\\usepackage[a,b]{natbib}', 0, { items }), '\\citep[3]{a} \\citep{b}');
    });
  });

  describe('edited', () => {
    const BOTH = '\\newcommand{\\both}[2]{\\cite{#1} and \\cite{#2}} \\both';
    const removals: [text: string, index: number, after: string][] = [
      ['\\cite{a, b, c}', 0, '\\cite{b, c}'],
      ['\\cite{a, b, c}', 2, '\\cite{a, b}'],
      ['\\cite[3]{a,b}', 1, '\\cite[3]{a}'],
      ['x \\cite[see][3]{a} y', 0, 'x  y'],
      ['\\cites[3]{a}[5]{b}{c}', 1, '\\cites[3]{a}{c}'],
      ['\\cites[3]{a,b}{c}', 2, '\\cites[3]{a,b}'],
      ['\\cites[3]{a,b}{c}', 0, '\\cites[3]{b}{c}'],
      [`${BOTH}{a}{b}`, 1, `${BOTH}{a}{}`],
      [`${BOTH}{a,b}{c}`, 0, `${BOTH}{b}{c}`],
      [`${BOTH}{a}{b,c}`, 2, `${BOTH}{a}{b}`],
    ];
    for (const [text, index, after] of removals) {
      it(`${text} without item ${index}`, () => {
        assert.equal(
          edited(latex, text, (found) => latex.removeItem(text, found, index)),
          after,
        );
      });
    }

    it('replaces a key alone', () => {
      const text = '\\cite[see][3]{a, b}';
      assert.equal(
        edited(latex, text, (found) => latex.replaceKey(text, found, 1, 'new}')),
        '\\cite[see][3]{a, new}',
      );
    });
  });
});
