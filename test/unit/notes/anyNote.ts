import fc from 'fast-check';
import { anyText } from './anyText';

/** Lines and pieces that front matter of notes is made of, right and wrong. */
const LINES = [
  ...[
    'citekey: smith2020',
    'status: unread',
    'status: "read" # why',
    "status: 'to-read'",
    'rating: 3',
    'tags: [a,  b]',
  ],
  ...[
    'tags:\n  - a\n\n  - b # c',
    'tags:\n- x',
    'tags:',
    'aliases: ["@k", T]',
    'title: A: b',
    'title: "A: b"',
    '# comment',
  ],
  ...[
    'tags: [a, # why\n  b # c\n  ] # d',
    'authors: # of it\n  - Ann # first\n  # then\n  - "B"\n\n  - C #',
    'title: "T" # why',
    'year:   2020   # y',
    "doi: '10.1/y'",
    'rating: | # three\n  3',
  ],
  ...['anchor: &a { b: 1 }', 'alias: *a', 'merge: { <<: *a }', 'text: |\n  status: no\n    x', 'fold: >-\n  a\n\n  b'],
  ...[
    '   odd: indent',
    '\ttab: x',
    'emoji: 🧪📚',
    '📚: emoji',
    'day: 2024-01-02',
    '? complex\n: key',
    '- item',
    '...',
    '%YAML 1.1',
  ],
  ...[
    '"quoted key": 007',
    'status: twice',
    'dup: 1\ndup: 2',
    '{ flow: map }',
    'null: ~',
    '!!js/function x: y',
    '__proto__: { a: b }',
  ],
];
const OPENINGS = [
  '---',
  '---js',
  '---JS',
  '---javascript',
  '---json',
  '---toml',
  '---yaml',
  '+++',
  '--- ',
  '----',
  ';;;',
  '{',
];
const CLOSINGS = ['---', '...', '+++', '', '--- ', '}'];
const BODIES = ['', 'Text', '\n# T\n\n---\nstatus: body\n---\n', 'no end\n\n \t', '(globalThis.evaluated = true)'];

const EVIL = [
  '{ status: (globalThis.evaluated = true) }',
  'status = "x"',
  'throw new Error(globalThis.evaluated = true)',
];

/** Files of notes as hostile tools and tired people leave them. */
export const anyNote: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom('', '', '', '\ufeff'),
    opening: fc.oneof({ weight: 6, arbitrary: fc.constant('---') }, fc.constantFrom(...OPENINGS)),
    lines: fc.array(
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...LINES, ...EVIL) }, anyText([': ', '- ', '\n'], 8)),
      {
        maxLength: 7,
      },
    ),
    closing: fc.oneof({ weight: 6, arbitrary: fc.constant('---') }, fc.constantFrom(...CLOSINGS)),
    body: fc.oneof(fc.constantFrom(...BODIES), anyText(['\n', '---\n'], 10)),
    end: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ mark, opening, lines, closing, body, end }) =>
    (mark + [opening, ...lines, closing, body].join('\n')).replaceAll('\n', end),
  );
