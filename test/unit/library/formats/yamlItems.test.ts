import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isNode, isSeq } from 'yaml';
import { yamlDocument } from '../../../../src/base/yamlDocument';
import { parseYamlItems } from '../../../../src/library/formats/yamlItems';
import { divideList } from '../../../../src/library/formats/yamlList';
import { cases } from '../../support/cases';

/** Each item's value and place, where items are parsed one by one. */
function apart(text: string): unknown {
  return [...parseYamlItems(text, () => {}, 1)!.parsed].flatMap(({ document, items, shift }) =>
    items.map((item) => shown(item, document, shift)),
  );
}

/** The same as the whole text has it; undefined where the text is broken or has no list. */
function together(text: string): unknown {
  const document = yamlDocument(text, { uniqueKeys: false });
  const { contents } = document;
  const list: unknown = isMap(contents) ? contents.get('references', true) : contents;
  if (document.errors.length > 0 || !isSeq(list)) return undefined;
  return list.items.map((item) => shown(item, document, 0));
}

function shown(item: unknown, document: ReturnType<typeof yamlDocument>, shift: number): unknown {
  if (!isNode(item)) return item;
  return [item.toJS(document), item.range?.slice(0, 2).map((at) => at + shift)];
}

describe('The items of a YAML list', () => {
  const pieces = (text: string, most: number) =>
    divideList(text, most)?.pieces.map(({ start, end }) => text.slice(start, end));

  it('are parsed a few at a time', () => {
    const text = 'a: 1\nreferences: # mine\n\n  - id: a\n  # b\n  -\n    id: b\n\n  - id: c\nz: 2\n';
    assert.deepEqual(pieces(text, 1), ['  - id: a\n  # b\n', '  -\n    id: b\n\n', '  - id: c\n']);
    assert.deepEqual(pieces(text, 12), ['  - id: a\n  # b\n', '  -\n    id: b\n\n', '  - id: c\n']);
    assert.deepEqual(pieces(text, 20), ['  - id: a\n  # b\n  -\n    id: b\n\n', '  - id: c\n']);
    assert.deepEqual(pieces('- a\n- b\n...\n- c\n', 1), ['- a\n', '- b\n']);
  });

  it('are parsed together where that is not sure', () => {
    for (const text of ['', 'references: [a]\n', 'references:\n', '%YAML 1.1\n---\n- a\n', 'references: &x\n- a\n'])
      assert.equal(divideList(text), undefined, text);
  });

  it('are the same either way', () => {
    const line = fc.constantFrom(
      'references:', '- a', '- id: k', '-', '  - b', '  id: m', '    x: y', '  title: "a', '  b"', "- 'q", "q'", '  t: |', '    text', '    - text',
      '- >', '  folded', '', '# note', '  # note', 'other: 1', '...', '---', '- - c', '  - d', '- ? k', '  : v', '- [a,', '  b]', '\t', '- - - e', '- {a: b,', '  c: d}', '- !t x', '- a: - b', '  plain', 'bare',
    ); // prettier-ignore
    const texts = fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`);
    // Behind such a comment the parser takes the next items for lines of this one, where it has the whole text.
    const isMisread = (text: string) => /^ *-[ \t]*\n\s*^#/m.test(text);
    let compared = 0;
    const same = (text: string) => {
      const expected = isMisread(text) ? undefined : together(text);
      if (expected === undefined) return;
      if (divideList(text, 1)) compared++;
      assert.deepEqual(apart(text), expected);
    };
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isBelow) => same(isBelow ? `references:\n- z\n${text}` : `- z\n${text}`)),
      { numRuns: cases(5000, 50) },
    );
    assert.ok(compared > 25, `${compared} were divided`);
  });
});
