import fc from 'fast-check';

/** A random source of a format: its text, and where its entries start. */
export interface RandomSource {
  readonly text: string;
  readonly starts: readonly number[];
}

const word = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);
const eol = fc.constantFrom('\n', '\r\n');
const number = fc.integer({ min: 1900, max: 2030 });

/** Joins pieces, some of which are entries. */
function join(pieces: readonly { readonly text: string; readonly isEntry: boolean }[]): RandomSource {
  let text = '';
  const starts: number[] = [];
  for (const piece of pieces) {
    if (piece.isEntry) starts.push(text.length);
    text += piece.text;
  }
  return { text, starts };
}

interface BibLook {
  readonly eol: string;
  readonly indent: string;
  readonly equals: string;
  readonly upper: boolean;
  readonly trailing: boolean;
  readonly oneLine: boolean;
}

const bibLook: fc.Arbitrary<BibLook> = fc.record({
  eol,
  indent: fc.constantFrom('  ', '\t', '    ', ''),
  equals: fc.constantFrom(' = ', '=', '      = '),
  upper: fc.boolean(),
  trailing: fc.boolean(),
  oneLine: fc.boolean(),
});

const bibValue = fc.oneof(
  word.map((text) => `{${text}}`),
  word.map((text) => `"${text} {x}"`),
  fc.tuple(word, word).map((words) => `{${words.join(' {and} ')}}`),
  number.map(String),
  fc.constant('jan'),
  fc.constant('j # { x}'),
);

const bibField = fc.tuple(
  fc.constantFrom('author', 'title', 'year', 'month', 'journal', 'note', 'file', 'x-own', 'keywords'),
  bibValue,
  fc.constantFrom('', '', '', ' % own comment'),
);

function bibEntry(key: string, fields: readonly (readonly string[])[], look: BibLook): string {
  const name = (text: string) => (look.upper ? text.toUpperCase() : text);
  const separator = look.oneLine ? ' ' : look.eol + look.indent;
  const parts = fields.map(([field, value, comment], i) => {
    const comma = i + 1 < fields.length || look.trailing ? ',' : '';
    return `${separator}${name(field)}${look.equals}${value}${comma}${look.oneLine ? '' : comment}`;
  });
  return `@${name('article')}{${key},${parts.join('')}${look.oneLine ? '' : look.eol}}`;
}

/** A .bib file in any style, with strings, comments and text between its entries. */
export const bibSource: fc.Arbitrary<RandomSource> = fc
  .tuple(
    bibLook,
    fc.array(
      fc.tuple(
        fc.uniqueArray(bibField, { maxLength: 6, selector: ([name]) => name }),
        fc.constantFrom('', '% a remark', '@comment{kept}', '@string{k = "K"}', 'loose words'),
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([look, entries]) =>
    join([
      { text: `@string{j = {Journal}}${look.eol}`, isEntry: false },
      ...entries.flatMap(([fields, between, spaced], i) => [
        {
          text: bibEntry(`key${i}`, [['title', `{T${i}}`, ''], ...fields.filter(([name]) => name !== 'title')], look),
          isEntry: true,
        },
        { text: look.eol + (spaced ? look.eol : '') + (between && between + look.eol), isEntry: false },
      ]),
    ]),
  );

const cslItem = fc.record(
  {
    title: word,
    author: fc.array(fc.record({ family: word, given: word }), { minLength: 1, maxLength: 2 }),
    issued: number.map((year) => ({ 'date-parts': [[year]] })),
    note: fc.constantFrom('a: b', '# no comment', 'two\nlines', "it's", '"q"', '- x', ''),
    'x-own': fc.oneof(word, fc.constant([1, { a: 'b' }])),
    volume: word,
  },
  { requiredKeys: ['title'] },
);

/** A CSL-JSON file, on one line or on many, as a list or in `references`. */
export const jsonSource: fc.Arbitrary<RandomSource> = fc
  .tuple(
    fc.array(cslItem, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(undefined, '  ', '\t', '    '),
    eol,
    fc.boolean(),
  )
  .map(([items, indent, lineEnd, wrapped]) => {
    const written = items.map((item, i) => JSON.stringify({ id: `key${i}`, ...item }, null, indent));
    const separator = indent === undefined ? ',' : `,\n`;
    const text = (wrapped ? '{"version": 1, "references": ' : '') + '[';
    const pieces = written.flatMap((item, i) => [
      { text: i > 0 ? separator : '', isEntry: false },
      { text: item, isEntry: true },
    ]);
    const all = [{ text, isEntry: false }, ...pieces, { text: wrapped ? '], "b": [1]}\n' : ']\n', isEntry: false }];
    return join(all.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', lineEnd) })));
  });

function yamlItem(item: Readonly<Record<string, unknown>>, key: string, indent: string, comments: boolean): string {
  const lines = [`id: ${key}`];
  for (const [name, value] of Object.entries(item)) {
    if (name === 'author') {
      lines.push('author:');
      for (const { family, given } of value as { family: string; given: string }[])
        lines.push(`- family: ${family}`, `  given: ${given}`);
    } else if (name === 'note' && value === 'two\nlines') lines.push('note: |', '  two', '  lines');
    else lines.push(`${name}: ${JSON.stringify(value)}${comments ? ' # own comment' : ''}`);
  }
  return lines
    .map((line, i) => indent + (i === 0 ? '- ' : '  ') + line)
    .join('\n')
    .trimStart();
}

/** A CSL-YAML file: a list alone or under `references:`, with other keys and comments. */
export const yamlSource: fc.Arbitrary<RandomSource> = fc
  .tuple(
    fc.array(fc.tuple(cslItem, fc.constantFrom('', '\n', '# between\n')), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '  ', '    '),
    eol,
    fc.record({ wrapped: fc.boolean(), after: fc.boolean(), comments: fc.boolean(), marks: fc.boolean() }),
  )
  .map(([items, indent, lineEnd, { wrapped, after, comments, marks }]) => {
    const pieces = [
      { text: `${marks ? '---\n' : ''}${wrapped ? 'tags:\n- a\n- b\nreferences:\n' : ''}`, isEntry: false },
    ];
    for (const [i, [item, between]] of items.entries()) {
      // The reader takes an item from what follows its dash on.
      pieces.push({ text: `${indent}- `, isEntry: false });
      pieces.push({ text: yamlItem(item, `key${i}`, indent, comments).slice(2), isEntry: true });
      pieces.push({
        text: `\n${between && i + 1 < items.length ? between.replace('#', `${indent}#`) : ''}`,
        isEntry: false,
      });
    }
    if (wrapped && after) pieces.push({ text: 'other:\n    - x\n    - y\n', isEntry: false });
    if (marks) pieces.push({ text: '...\n', isEntry: false });
    return join(pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', lineEnd) })));
  });

/** A RIS file, with values over several lines. */
export const risSource: fc.Arbitrary<RandomSource> = fc
  .tuple(
    fc.array(
      fc.array(
        fc.tuple(fc.constantFrom('AU', 'KW', 'PY', 'C1', 'N1'), fc.oneof(word, fc.constant('two\n      lines'))),
        { maxLength: 6 },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    eol,
    fc.constantFrom('\n', '\n\n', ''),
  )
  .map(([records, lineEnd, gap]) =>
    join(
      records.flatMap((tags, i) => [
        {
          text: [
            'TY  - JOUR',
            `ID  - key${i}`,
            `TI  - T${i}`,
            ...tags.map(([tag, value]) => `${tag}  - ${value}`),
            'ER  - ',
          ]
            .join('\n')
            .replaceAll('\n', lineEnd),
          isEntry: true,
        },
        { text: lineEnd + gap.replaceAll('\n', lineEnd), isEntry: false },
      ]),
    ),
  );
