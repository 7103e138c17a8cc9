import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSimpleFields } from '../../../src/notes/simpleFields';
import { readYamlFields } from '../../../src/notes/yamlFields';
import { cases } from '../support/cases';

const VALUES = [
  ...[
    'a',
    'b c',
    'null',
    'Null',
    'true',
    'False',
    'yes',
    '0',
    '007',
    '17',
    '1.5',
    '1.50',
    '1e3',
    '0x1f',
    '0o7',
    '2024-01-02',
  ],
  ...[
    'A: b',
    'a:',
    'a #b',
    'a#b',
    'a:b',
    '#',
    '"A: b"',
    "'it'",
    "'it''s'",
    '"a\\n"',
    '"a" b',
    '""',
    "''",
    '"a',
    '12:30',
  ],
  ...[
    '[]',
    '[ ]',
    '[a, b]',
    '[a,b]',
    '[a, ]',
    '[,]',
    '[a, "b"]',
    '[a b, 3, true]',
    '[a: b]',
    '[a',
    'a]',
    '[[a]]',
    '[a]b',
    '[Null]',
  ],
  ...[
    '{ a: b }',
    '&a b',
    '*a',
    '!!str 1',
    '|',
    '>-',
    '- a',
    '? a',
    '@a',
    '`a',
    '%a',
    '~',
    '-1',
    '.5',
    '+1',
    '.inf',
    'a\u00a0',
    'é',
    '🧪',
    'a,b',
  ],
  ...[
    '\ta',
    'a\tb',
    'a\t',
    'a  ',
    'a\rb',
    'a\u2028b',
    'a\u0085b',
    '---',
    '...',
    'https://x.org/a?b=c#d',
    'a - b',
    'a ? b',
    'a\ufeff',
  ],
];
const FIELDS = [
  'citekey',
  'title',
  'tags',
  'a-b',
  'null',
  'True',
  'constructor',
  'toString',
  'x',
  '__proto__',
  '"q"',
  'two words',
  '1',
];

const words = (...lists: fc.Arbitrary<string>[]) => fc.tuple(...lists).map((parts) => parts.join(''));
const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', '17', '007', '"A: b"', '[a, b]', '2024-01-02', "'it'", 'true', 'b, c') },
  fc.constantFrom(...VALUES),
);
const anyField = fc.oneof({ weight: 4, arbitrary: fc.stringMatching(/^[a-z]{2,3}$/) }, fc.constantFrom(...FIELDS));
const anyLine = fc.oneof(
  { weight: 8, arbitrary: words(anyField, fc.constant(': '), anyValue) },
  words(anyField, fc.constantFrom(':', ':  ', ' : '), anyValue),
  {
    weight: 3,
    arbitrary: words(
      anyField,
      fc.constantFrom(':\n- ', ':\n  - ', ': \n  - '),
      anyValue,
      fc.constantFrom('', '\n  - b', '\n- b'),
    ),
  },
  words(fc.constantFrom('- ', '  - ', '-', '-  '), anyValue),
  fc.constantFrom('', ' ', '# a', '  # a', '  b', '---', '...', '}', '\t', 'a:'),
);

describe('Simple front matter', () => {
  it('is read as YAML is, where it is read at all', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', ' ', '\n'),
        (lines, end, last) => {
          const yaml = lines.join('\n').replaceAll('\n', end) + last;
          const simple = readSimpleFields(yaml);
          if (!simple) return;
          const { data, values, error } = readYamlFields(yaml);
          assert.deepEqual(simple.data, data, JSON.stringify(yaml));
          assert.deepEqual([...simple.values], [...values], JSON.stringify(yaml));
          assert.equal(error, undefined);
          read++;
        },
      ),
      { numRuns: cases(10_000) },
    );
    assert.ok(read > 0, 'some were read');
  });

  it('is what notes have that this extension makes, and those of other tools', () => {
    for (const yaml of [
      'citekey: a\ntitle: "A: b"\nauthors:\n  - Ann Smith\n  - Bo Jones\ndoi: 10.1/x\ntags: []\nstatus: unread\ncreated: 2025-01-02',
      'tags:\n- a\n- b\nyear: 2020\r\ncitekey: k',
    ]) {
      assert.deepEqual(readSimpleFields(yaml)?.data, readYamlFields(yaml).data);
    }
  });
});
