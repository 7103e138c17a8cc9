import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { DEEPEST_YAML, yamlDocument } from '../../../src/base/yamlDocument';

describe('A YAML document', () => {
  const read = (text: string) => yamlDocument(text, { uniqueKeys: false });

  it('is what the library reads', () => {
    const texts = [
      '',
      'a: 1',
      '- a\n- b: [c, {d: e}]',
      'a: &x 1\nb: *x',
      '---\na: 1\n---\nb: 2\n',
      'a: [1',
      "a: 'x",
      '\tb: 1',
    ];
    for (const text of texts) {
      const theirs = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
      const ours = read(text);
      assert.deepEqual(ours.toJSON(), theirs.toJSON(), text);
      assert.deepEqual(
        ours.errors.map(({ code, pos }) => [code, pos]),
        theirs.errors.map(({ code, pos }) => [code, pos]),
        text,
      );
    }
  });

  it('is refused where it is nested deeper than anybody writes, whatever it is nested in', () => {
    const deep: Record<string, string> = {
      lists: '['.repeat(400),
      maps: '{a: '.repeat(400),
      dashes: `${'- '.repeat(400)}a`,
      indents: Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      keys: `${'? '.repeat(400)}a`,
    };
    for (const [name, text] of Object.entries(deep)) {
      const [error] = read(text).errors;
      assert.match(error.message, /nested/, name);
      assert.ok(error.pos[0] > 0 && error.pos[0] < text.length, name);
    }
  });

  it('may be as deep as that', () => {
    const text = '['.repeat(DEEPEST_YAML) + ']'.repeat(DEEPEST_YAML);
    assert.deepEqual(read(text).errors, []);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '- ',
      'a: ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '\n',
      '  ',
      '"',
      "'",
      '|',
      '&a ',
      '*a',
      '#',
      '---\n',
      'x',
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void read(pieces.join(''))));
  });
});
