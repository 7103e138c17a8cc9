import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { bibAddition } from '../../../../src/library/writing/bibAddition';
import { BibText } from '../../../../src/library/writing/bibText';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

/** Adds entries of one list to the end of a .bib text; gives what is added. */
function added(keys: readonly string[], list: string, target: string, beside: readonly string[] = []): string {
  const after = withAdded(keys, list, target, beside);
  assert.ok(after.startsWith(target.trimEnd()), 'what was there stays');
  return after.slice(target.trimEnd().length).trim();
}

/** Adds entries of one list to a .bib text; gives the text with them. */
function withAdded(keys: readonly string[], list: string, target: string, beside: readonly string[] = []): string {
  const library = new Library();
  library.setSource('x', readText(list.startsWith('[') ? 'x.json' : 'x.bib', list));
  const from = list.startsWith('[') ? undefined : new BibText(list);
  const entries = keys.map((key) => writtenEntry(library.get(key)!, 'bibtex'));
  const bibliography = [target, ...beside].map((text) => new BibText(text));
  const written = bibAddition(
    entries.map((entry) => ({ entry, from })),
    { text: target, bibliography },
  );
  assert.ok(!('unfit' in written), 'it can be written');
  const edits = changeSource('bibtex', target, { kind: 'add', entries, written });
  assert.ok(!isRefusal(edits), `it is not refused: ${JSON.stringify(edits)}`);
  return applyEdits(target, edits);
}

const TARGET = '@book{own,\n  title = {Own},\n}\n';

describe('Entries added to another .bib file', () => {
  it('stay as they are written', () => {
    const entry = '@Article{a,\n\tTitle="A {B}",\n   file={x}  }';
    assert.equal(added(['a'], `${entry}\n@book{b,}`, TARGET), entry);
  });

  it('bring the abbreviations that they use', () => {
    const list =
      '@STRING{j = "Journal"}\n@string{k = {K}}\n@string{l = k # { and}}\n@article{a, title = {T}, journal = j, note = l, month = jan}';
    assert.equal(
      added(['a'], list, TARGET),
      '@STRING{j = "Journal"}\n\n@string{l = {K and}}\n\n@article{a, title = {T}, journal = j, note = l, month = jan}',
    );
  });

  it('leave abbreviations out that the bibliography has', () => {
    const list = '@string{j = "Journal"}\n@article{a, title = {T}, journal = j}';
    assert.equal(added(['a'], list, `@string{J = {Journal}}\n${TARGET}`), '@article{a, title = {T}, journal = j}');
    assert.equal(added(['a'], list, TARGET, ['@string{j = {Journal}}']), '@article{a, title = {T}, journal = j}');
  });

  it('are written out where an abbreviation means something else there', () => {
    const list = '@string{j = "Journal"}\n@article{a, title = {T}, journal = j}';
    assert.equal(
      added(['a'], list, `@string{j = {Jazz}}\n${TARGET}`),
      '@article{a,\n  title = {T},\n  journal = {Journal},\n}',
    );
  });

  it('bring their parents, behind them, once', () => {
    const parent = '@proceedings{p, title = {P}, xdata = {x}}';
    const data = '@xdata{x, publisher = {X}}';
    const list = `${data}\n${parent}\n@inproceedings{a, title = {A}, crossref = {p}}\n@inproceedings{b, title = {B}, crossref = "p"}`;
    assert.equal(
      added(['p', 'a', 'b'], list, TARGET),
      `@inproceedings{a, title = {A}, crossref = {p}}\n\n@inproceedings{b, title = {B}, crossref = "p"}\n\n${parent}\n\n${data}`,
    );
  });

  it('leave parents out that the bibliography has', () => {
    const list = '@proceedings{p, title = {P}}\n@inproceedings{a, title = {A}, crossref = {p}}';
    const entry = '@inproceedings{a, title = {A}, crossref = {p}}';
    assert.equal(added(['a'], list, TARGET, ['@proceedings{P, title = {P}}']), entry);
  });

  describe('whose parents are there already', () => {
    const parent = '@proceedings{p, title = {P}}\n';
    const entry = '@inproceedings{a, title = {A}, crossref = {P}}';
    const stands = (what: string, target: string, expected: string) =>
      it(what, () => assert.equal(withAdded(['a'], `${parent}${entry}`, target), expected));
    stands('stand before them', `${TARGET}\n${parent}\n@book{z,}`, `${TARGET}\n${entry}\n\n${parent}\n@book{z,}`);
    stands('stand before them at the start', parent, `${entry}\n\n${parent}`);
    stands(
      'stand before what is said of them',
      `${TARGET}\n% Of P\n${parent}`,
      `${TARGET}\n${entry}\n\n% Of P\n${parent}`,
    );
    stands(
      'keep line ends',
      `${TARGET}${parent}`.replaceAll('\n', '\r\n'),
      `${TARGET}${entry}\n\n${parent}`.replaceAll('\n', '\r\n'),
    );
    stands('stand on lines of their own', `@book{z,} ${parent}`, `@book{z,} \n${entry}\n\n${parent}`);
    const late = `${parent}@string{j = {J}}\n`;
    stands('stand at the end where abbreviations do', late, `${late}\n${entry}\n`);
  });

  it('bring what they take parts of', () => {
    const list = '@xdata{x, author = {A and B}}\n@article{a, title = {T}, author = {xdata=x-author-1}}';
    assert.equal(
      added(['a'], list, TARGET),
      '@article{a, title = {T}, author = {xdata=x-author-1}}\n\n@xdata{x, author = {A and B}}',
    );
  });

  it('are written in the style of the file where they come from elsewhere', () => {
    const list = '[{"id": "a", "type": "book", "title": "A"}]';
    const target = '@book{own,\r\n\tTITLE="Own"\r\n}\r\n';
    assert.equal(added(['a'], list, target), '@BOOK{a,\r\n\tTITLE = "A"\r\n}'.replace(' = ', '='));
  });

  it('come to an end where parents lead back', () => {
    const list = '@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}';
    assert.ok(added(['a'], list, TARGET).includes('@book{b'));
  });
});
