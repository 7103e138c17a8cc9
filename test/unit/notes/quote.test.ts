import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import { insertBlock, linkBetween, quotationBlock } from '../../../src/notes/quote';
import { renderNote } from '../../../src/notes/template';
import { paper } from './paper';
import { cases } from '../support/cases';

const inserted = (note: string, block = '> q') => applyEdits(note, [insertBlock(note, block)]);

describe('A quotation', () => {
  it('is a block quote with its citation behind the last line', () => {
    const block = quotationBlock({ text: 'One *two*.\n\n# three [@x]', citation: '[@k, p. 3]' });
    assert.equal(block, '> One \\*two\\*.\n>\n> \\# three \\[\\@x\\] [@k, p. 3]');
  });

  it('names the place that it comes from', () => {
    const source = { label: 'a_[b].md, line 3', link: '../a.md#L3' };
    assert.equal(quotationBlock({ text: 'T', source }), '> T\n>\n> — [a\\_\\[b\\].md, line 3](../a.md#L3)');
    assert.equal(quotationBlock({ text: 'T', source: { label: 'Untitled-1' } }), '> T\n>\n> — Untitled-1');
  });
});

describe('Putting a quotation into a note', () => {
  it('goes to the end of the section of quotes', () => {
    assert.equal(inserted('## Quotes\n\n## Questions\n'), '## Quotes\n\n> q\n\n## Questions\n');
    assert.equal(
      inserted('## Quotes\n\n> a\n\n### More\n\nb\n\n## C\n'),
      '## Quotes\n\n> a\n\n### More\n\nb\n\n> q\n\n## C\n',
    );
    assert.equal(inserted('## Quotes\n\n\n\n## C\n'), '## Quotes\n\n> q\n\n## C\n');
    assert.equal(inserted('## Quotes\r\n\r\n \r\n\r\n## C'), '## Quotes\r\n\r\n> q\r\n\r\n \r\n\r\n## C');
    assert.equal(inserted('## Quotes\n## C'), '## Quotes\n\n> q\n\n## C');
    assert.match(inserted(renderNote(undefined, paper()).text!), /\n## Quotes\n\n> q\n\n## Questions\n/);
  });

  it('goes to the end of a note without one', () => {
    assert.equal(inserted('Text'), 'Text\n\n> q\n');
    assert.equal(inserted('Text\r\n', '> a\n> b'), 'Text\r\n\r\n> a\r\n> b\r\n');
    assert.equal(inserted('```\n# Quotes\n```\n'), '```\n# Quotes\n```\n\n> q\n');
    assert.equal(inserted('---\na: b\n# Quotes\n---\n# T\n'), '---\na: b\n# Quotes\n---\n# T\n\n> q\n');
    assert.equal(inserted(''), '> q\n');
  });

  it('goes into the line to write in, where nothing stands in it', () => {
    assert.equal(inserted('# Quotes\n\n\n\n# A\n'), '# Quotes\n\n> q\n\n# A\n');
    assert.equal(inserted('# Quotes\n\n  \n\n# A\n'), '# Quotes\n\n> q\n\n  \n\n# A\n');
  });

  it('does not go into what a program keeps up to date', () => {
    const kept =
      '%% begin annotations %%\n\n## Quotes\n\n> a\n\n### Imported: 2024\n\n## Else\n\nb\n%% end annotations %%';
    const date = '\n%% Import Date: 2024-05-01 %%\n';
    assert.equal(inserted(kept + date), `${kept}\n\n> q\n${date}`);
    assert.equal(inserted(kept), `${kept}\n\n> q\n`);
    const ours = '## Quotes\n<!-- zotero annotations -->\n> a\n\n## C\n<!-- /zotero annotations x -->\n\n## D\n';
    assert.equal(inserted(ours), ours.replace('x -->\n', 'x -->\n\n> q\n'));
    const crlf = 'T\r\n%% Begin notes %%\r\n# Quotes\r\n# A\r\n%% End notes %%\r\nB\r\n';
    assert.equal(inserted(crlf), crlf.replace('%%\r\nB', '%%\r\n\r\n> q\r\n\r\nB'));
    assert.equal(
      inserted('## Quotes\n%% begin x %%\n## A\nunclosed'),
      '## Quotes\n%% begin x %%\n## A\nunclosed\n\n> q\n',
    );
  });

  it('changes nothing of the note', () => {
    const piece = fc.constantFrom('# Quotes', '## Quotes ##', '# A', '```', '> q', 'Text', '', ' ', '---', 'a: b');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const note = lines.join(end);
        const { start, end: stop, newText } = insertBlock(note, '> X\n> Y');
        assert.equal(start, stop);
        const after = applyEdits(note, [{ start, end: stop, newText }]);
        assert.ok(`\n${after}\n`.replaceAll('\r\n', '\n').includes('\n> X\n> Y\n'), JSON.stringify(after));
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('The link from a note to a line', () => {
  it('is the path from its folder', () => {
    assert.equal(linkBetween('file:///w/notes/a.md', 'file:///w/draft%20one.tex', 11), '../draft%20one.tex#L12');
    assert.equal(linkBetween('file:///w/a.md', 'file:///w/b/c%28d%29.md', 0), 'b/c%28d%29.md#L1');
    assert.equal(linkBetween('file:///w/a.md', 'file:///w/b.md', 0), 'b.md#L1');
    assert.equal(linkBetween('file:///w/a.md', 'untitled:Untitled-1', 0), undefined);
  });
});
