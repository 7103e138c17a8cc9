import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/base/textEdit';
import { completionAt } from '../../../src/citations/completion';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

/** What is offered at the cursor `|`: the typed part, and the text with the key put there; undefined where nothing is. */
function completed(id: SyntaxId, marked: string, key: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = completionAt(text, offset, SYNTAXES[id]);
  return place && `${place.typed} → ${applyEdits(text, [place.edit(key)])}`;
}

describe('Completing a citekey', () => {
  const offered: [id: SyntaxId, before: string, after: string][] = [
    ['pandoc', '@|', ' → @key'],
    ['pandoc', 'As @smi|', 'smi → As @key'],
    ['pandoc', '[@|]', ' → [@key]'],
    ['pandoc', '[@smi|th2020, p. 3]', 'smi → [@key, p. 3]'],
    ['pandoc', '[see @a; @smith:2020-|x, p. 3]', 'smith:2020- → [see @a; @key, p. 3]'],
    ['pandoc', '[@a; |]', ' → [@a; @key]'],
    ['pandoc', '[-@|]', ' → [-@key]'],
    ['pandoc', '@{odd k|ey}', 'odd k → @key'],
    ['pandoc', '@smith|.', 'smith → @key.'],
    ['pandoc', '[@|\n\nnext', ' → [@key\n\nnext'],
    ['pandoc', '---\nnocite: |\n  @a, @|\n---\n'.replace('|', '>'), ' → ---\nnocite: >\n  @a, @key\n---\n'],
    ['pandoc', '{cite:p}`a; |`', ' → {cite:p}`a; key`'],
    ['myst', '{cite:t}`|`', ' → {cite:t}`key`'],
    ['myst', '{cite:t}`smi|', 'smi → {cite:t}`key'],
    ['latex', '\\cite{|}', ' → \\cite{key}'],
    ['latex', '\\textcite[p. 3]{a, smi|th}', 'smi → \\textcite[p. 3]{a, key}'],
    ['latex', '\\cite{a,|}', ' → \\cite{a,key}'],
    ['latex', '\\cite{a,|\nNext', ' → \\cite{a,key\nNext'],
    ['latex', '\\autocites[3]{a}{|}', ' → \\autocites[3]{a}{key}'],
    ['typst', '#cite(form: "prose", |)', ' → #cite(form: "prose", <key>)'],
    ['latex', '\\cite[see \\cite{|}]{a}', ' → \\cite[see \\cite{key}]{a}'],
    ['latex', '\\cite[see \\cite{b,c|}]{a}', 'c → \\cite[see \\cite{b,key}]{a}'],
    ['typst', '@a[see @b|]', 'b → @a[see @key]'],
    ['typst', '#cite(<a>, supplement: [see @|])', ' → #cite(<a>, supplement: [see @key])'],
    ['typst', '@|', ' → @key'],
    ['typst', '@smi|th[p. 3]', 'smi → @key[p. 3]'],
    ['typst', '#cite(<|>)', ' → #cite(<key>)'],
    ['typst', '#cite(<smi|', 'smi → #cite(<key>'],
    ['typst', '#cite(|)', ' → #cite(<key>)'],
    ['typst', '#cite(label("a/|"))', 'a/ → #cite(<key>)'],
    ['org', '[cite:|]', ' → [cite:@key]'],
    ['org', '[cite/t:see @smi|th p. 3]', 'smi → [cite/t:see @key p. 3]'],
    ['org', '[cite:@a;|]', ' → [cite:@a;@key]'],
    ['org', '[cite:@|', ' → [cite:@key'],
    ['rst', ':cite:p:`|`', ' → :cite:p:`key`'],
    ['rst', '`|`:cite:p:', ' → `key`:cite:p:'],
    ['rst', 'as `a,smi|`:cite:t: says', 'smi → as `a,key`:cite:t: says'],
    ['rst', ':cite:p:`a, smi|', 'smi → :cite:p:`a, key'],
    ['asciidoc', 'cite:[|]', ' → cite:[key]'],
    ['asciidoc', 'cite:[a(3), smi|th(5)]', 'smi → cite:[a(3), key(5)]'],
  ];
  for (const [id, before, after] of offered) {
    it(`${id}: ${JSON.stringify(before)}`, () => assert.equal(completed(id, before, 'key'), after));
  }

  const silent: [id: SyntaxId, text: string][] = [
    ['pandoc', 'word|'],
    ['pandoc', 'me@exam|'],
    ['pandoc', '`@a|`'],
    ['pandoc', '```\n@a|\n```'],
    ['pandoc', '\\@a|'],
    ['pandoc', '[@a, p. |]'],
    ['pandoc', '[@a] and |'],
    ['pandoc', '<!-- @| -->'],
    ['pandoc', 'https://x.org/@|'],
    ['latex', '\\section{|}'],
    ['latex', '% \\cite{|}'],
    ['latex', '\\cite[|]{a}'],
    ['latex', '\\verb+\\cite{|}+'],
    ['typst', 'me@example.or|'],
    ['typst', '// @|'],
    ['typst', '@a[p. |]'],
    ['typst', '#let x = "@|"'],
    ['org', '@|'],
    ['org', '=[cite:@|]='],
    ['rst', '``:cite:`|` ``'],
    ['rst', ':ref:`|`'],
    ['asciidoc', '`cite:[|]`'],
  ];
  for (const [id, text] of silent) {
    it(`${id}: not in ${JSON.stringify(text)}`, () => assert.equal(completed(id, text, 'key'), undefined));
  }

  it('quotes a key where the syntax needs it', () => {
    assert.equal(completed('pandoc', '[@|]', 'odd key'), ' → [@{odd key}]');
    assert.equal(completed('typst', '@smi|', 'a/b'), 'smi → #cite(label("a/b"))');
  });

  it('tells the other keys of the citation and the range of the whole key', () => {
    const place = completionAt('[@a; @smith; @c]', 8, SYNTAXES.pandoc);
    assert.deepEqual([place?.others, place?.range], [['a', 'c'], { start: 6, end: 11 }]);
  });
});
