import assert from 'node:assert/strict';
import { readLibrary } from '../../cases';
import fc from 'fast-check';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { renderNote } from '../../../src/notes/template';
import { noteValues } from '../../../src/notes/values';
import { entry } from '../workflows/entries';
import { anyText } from './anyText';
import { paper } from './paper';
import { cases } from '../support/cases';

/** The text of a note whose template is right. */
function rendered(...args: Parameters<typeof renderNote>): string {
  const { text, problem } = renderNote(...args);
  assert.equal(problem, undefined);
  return text;
}
const titleOf = (note: string) => readFrontMatter(note).data.title;

describe('The built-in note', () => {
  it('states what is known, in this order', () => {
    const text = rendered(undefined, paper({ doi: '10.1/x', arxiv: '1706.03762' }));
    assert.equal(
      text.slice(0, text.indexOf('\n---\n')),
      [
        '---',
        'citekey: vaswani2017attention',
        'title: Attention Is All You Need',
        'authors:',
        '  - Ashish Vaswani',
        '  - Noam Shazeer',
        'year: 2017',
        'doi: 10.1/x',
        'arxiv: "1706.03762"',
        'tags: []',
        'status: unread',
        'created: 2025-03-04',
      ].join('\n'),
    );
  });

  it('leaves out what is not', () => {
    const text = rendered(undefined, paper({ authors: [], year: undefined }));
    assert.deepEqual(Object.keys(readFrontMatter(text).data), ['citekey', 'title', 'tags', 'status', 'created']);
    assert.ok(readFrontMatter(text).body.startsWith('\n# Attention Is All You Need\n\n## Summary\n'));
  });

  it('shows authors, venue, links and the abstract', () => {
    const links = [
      { label: '10.1/a_b', url: 'https://doi.org/10.1/a_b' },
      { label: 'bad', url: 'javascript:alert(1)' },
    ];
    const text = rendered(undefined, paper({ venue: 'NeurIPS', abstract: 'One.\n\nTwo.', links }));
    assert.equal(
      readFrontMatter(text).body.split('## Summary')[0],
      [
        '',
        '# Attention Is All You Need',
        '',
        '- **Authors:** Ashish Vaswani, Noam Shazeer',
        '- **Published:** *NeurIPS*, 2017',
        '- **Links:** [10.1/a_b](https://doi.org/10.1/a%5Fb)',
        '',
        '> One.',
        '>',
        '> Two.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('holds any title', () => {
    const odd = [
      ': ',
      '"',
      "'",
      '#',
      '- ',
      '---\n',
      '\n',
      '\r\n',
      '{{ x }}',
      '{% if %}',
      '|',
      '&a',
      '!!',
      'No',
      '\u2028',
      '\\',
    ];
    fc.assert(
      fc.property(anyText(odd, 12), (title) => {
        const text = rendered(undefined, paper({ title }));
        assert.equal(titleOf(text), title);
        assert.equal(readFrontMatter(text).problem, undefined);
      }),
      { numRuns: cases(50) },
    );
  });

  it('does not name thousands of authors', () => {
    const authors = Array.from({ length: 3000 }, (_, i) => `Author Number${i}`);
    const text = rendered(undefined, paper({ authors }));
    const named = readFrontMatter(text).data.authors as string[];
    assert.deepEqual([named.length, named[99], named[100]], [101, 'Author Number99', 'et al.']);
  });

  it('holds any citekey', () => {
    for (const citekey of ['007', '1e3', 'no', '12:30', 'a: b', '#a', '-', '@a', 'null', '2020-01-01', 'ä'])
      assert.equal(readFrontMatter(rendered(undefined, paper({ citekey }))).data.citekey, citekey);
  });

  it('says nothing active that the paper list says', () => {
    const text = rendered(undefined, paper({ title: '<img src=x onerror=y>', abstract: 'a\n</div>\n# b' }));
    assert.doesNotMatch(readFrontMatter(text).body, /(?<!\\)<|^# b/m);
  });
});

describe("A user's note template", () => {
  it('sees the values', () => {
    const template =
      '---\n{{ frontMatter }}\nreviewer: me\n---\n{{ authorString }} ({{ year }}) {{ citation }} {{ date }}';
    const text = rendered(template, paper({ citation: '[@k]' }));
    assert.equal(readFrontMatter(text).data.reviewer, 'me');
    assert.equal(readFrontMatter(text).body, 'Ashish Vaswani, Noam Shazeer (2017) [@k] 2025-03-04');
  });

  it('sees what may be in a heading in one line, whatever line breaks the paper list has', () => {
    const LINES = 'A\n---\u2028# B';
    const item = { id: 'k', type: 'book', title: LINES, author: [{ family: LINES }], publisher: LINES, keyword: LINES };
    const [{ csl, entry }] = readLibrary(
      'a.json',
      JSON.stringify([{ ...item, 'container-title': LINES, abstract: LINES }]),
    ).entries;
    const values = noteValues(entry, { created: '', csl });
    for (const name of ['title', 'authorString', 'firstAuthor', 'venue', 'keywords', 'publisher', 'containerTitle']) {
      assert.equal(readFrontMatter(rendered(`# {{ ${name} }}`, values)).body.trim(), '# A --- # B', name);
    }
    assert.match(rendered('{{ abstract }}', values), /A\n---/);
  });

  it('sees all that is known of a paper, under the names that are promised', () => {
    const csl = {
      id: 'k',
      type: 'article-journal',
      'container-title': 'Shores',
      page: '1-9',
      DOI: '10.1/x',
      issued: { 'date-parts': [[2017, 6]] },
    };
    const related = [{ citekey: 'r', title: 'R', year: 1999, authorString: 'Roe' }];
    const links = [{ label: 'doi', url: 'https://doi.org/10.1/x' }];
    const values = paper({
      csl,
      related,
      links,
      selection: 'Chosen',
      reference: 'Ref.',
      citation: '[@k]',
      abstract: 'Abs.',
      venue: 'V',
      firstAuthor: 'Vaswani',
    });
    const seen: Record<string, string> = {
      '{{ authorString }}': 'Ashish Vaswani, Noam Shazeer',
      '{{ firstAuthor }}': 'Vaswani',
      '{{ year }}': '2017',
      '{{ date }}': '2025-03-04',
      '{{ citation }}': '[@k]',
      '{{ reference }}': 'Ref.',
      '{% for link in links %}{{ link.label }} {{ link.url }}{% endfor %}': 'doi https://doi.org/10.1/x',
      '{{ abstract }}': 'Abs.',
      '{{ selection }}': 'Chosen',
      '{% for one in related %}{{ one.citekey }} {{ one.title }} {{ one.year }} {{ one.authorString }}{% endfor %}':
        'r R 1999 Roe',
      '{{ container-title }} {{ containerTitle }} {{ page }} {{ DOI }} {{ issued }}':
        'Shores Shores 1-9 10.1/x 2017-06',
      '{{ venue }} {{ type }} {{ title }} {{ citekey }}': `V ${values.type} ${values.title} ${values.citekey}`,
    };
    for (const [template, expected] of Object.entries(seen)) {
      assert.equal(readFrontMatter(rendered(`---\n---\n${template}`, values)).body, expected, template);
    }
  });

  it('can write its own front matter with the filter yaml', () => {
    const template =
      '---\ncitekey: {{ citekey | yaml }}\ntitle: {{ title | yaml }}\nauthors: {{ authors | yaml }}\n---\n';
    const values = paper({ title: 'a: "b"\n# c', authors: ['D, E', 'F: G'] });
    const { citekey, title, authors } = readFrontMatter(rendered(template, values)).data;
    assert.deepEqual(
      { citekey, title, authors },
      { citekey: values.citekey, title: values.title, authors: values.authors },
    );
  });

  it('need not state the citekey', () => {
    const citekeyAfter = (template: string) => readFrontMatter(rendered(template, paper())).data.citekey;
    for (const template of [
      '# {{ title }}',
      '',
      '---\ntitle: x\n---\n',
      '---\ntitle: x\n---',
      '---\n---\nText',
      '---\r\ntitle: x\r\n---\r\n',
      '---\ncitekey: other\n---\n',
      '---\ncitekey:\n---\n',
      '---\n\nText\n\n---\n',
    ])
      assert.equal(citekeyAfter(template), 'vaswani2017attention', JSON.stringify(template));
  });

  const problemOf = (template: string) => {
    const { text, problem } = renderNote(template, paper());
    assert.equal(text, undefined, 'there is no note');
    return problem && { ...problem };
  };

  it('says where it is wrong, and there is no note', () => {
    assert.deepEqual(problemOf('# x\n\n{{ title | nofilter }}'), {
      code: 'template-error',
      severity: 'error',
      reason: 'undefined filter: nofilter',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 22 } },
    });
  });

  it('says in which line its front matter is wrong', () => {
    const wrong = (template: string) => [problemOf(template)?.code, problemOf(template)?.range.start.line];
    const loop = '{% for a in authors %}\n# {{ a }}\n{% endfor %}\n';
    assert.deepEqual(wrong('---\na: b\ntitle: {{ title }}: x\n---\n'), ['front-matter-invalid', 2]);
    assert.deepEqual(wrong(`---\n${loop}title: {{ title }}: x\n---\n`), ['front-matter-invalid', 4]);
    assert.deepEqual(wrong('---\na: b\nc: &{{ citekey }} d\n---\n'), ['template-value-misplaced', 2]);
    assert.deepEqual(wrong('---\ntitle: x\n'), ['front-matter-unclosed', 0]);
    assert.deepEqual(wrong('---js\n{ a: {{ title }} }\n---\n'), ['front-matter-language', 0]);
    assert.deepEqual(wrong('+++\ntitle = "{{ title }}"\n+++\n'), ['front-matter-language', 0]);
  });

  it('reads no file, no prototype, and does not run without end', () => {
    const codeOf = (template: string) => renderNote(template, paper()).problem?.code;
    assert.equal(codeOf('{% include "package.json" %}'), 'template-error');
    assert.equal(codeOf('{% render "./package.json" %}'), 'template-error');
    assert.equal(codeOf('{% layout "package.json" %}'), 'template-error');
    assert.equal(codeOf('{% for i in (1..100000000) %}x{% endfor %}'), 'template-error');
    assert.equal(codeOf('x'.repeat(200_000)), 'template-error');
    const text = rendered('{{ title.constructor.name }}{{ links.constructor }}|', paper());
    assert.equal(readFrontMatter(text).body, '\n|');
  });
});

describe('Front matter that a template writes', () => {
  const dataOf = (fields: string, values = paper()) => readFrontMatter(rendered(`---\n${fields}\n---\n`, values)).data;

  const HOSTILE = [
    ...[
      ': ',
      '"',
      "'",
      '#',
      '- ',
      '---',
      '\n---\n',
      '\n',
      '\r\n',
      '{{ x }}',
      '{% if %}',
      '|',
      '>',
      '&a',
      '*a',
      '!!js',
      'No',
    ],
    ...[
      '\u2028',
      '\\',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '\u{10fa11}0\u{10fa12}',
      '\u{10fa11}1\u{10fa12}',
      '%YAML',
      '? ',
      '\t',
      '...',
    ],
  ];
  const text = anyText(HOSTILE, 12);

  it('holds exactly the values, wherever it writes them and whatever they are', () => {
    const fields = [
      'plain: {{ title }}',
      'double: "{{ title }}"',
      "single: '{{ title }}'",
      'filtered: {{ title | yaml }}',
      'quotedYaml: "{{ title | yaml }}"',
      'mixed: On {{ title }}, {{ year }}',
      'block: |',
      '  {{ title }}',
      'folded: >-',
      '  {{ title }}',
      'flow: [{{ title }}, {{ keywords | yaml }}, x]',
      'map: { a: {{ title }} }',
      'list:',
      '{%- for name in authors %}',
      '  - {{ name }} # {{ name }}',
      '{%- endfor %}',
      'authors: {{ authors }}',
      'year: {{ year }}',
      '# {{ title }}',
      '{% capture both %}{{ title }}{{ citekey }}{% endcapture %}both: {{ both }}',
      '{{ frontMatter }}',
    ].join('\n');
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), text, (title, names, end) => {
        const citekey = `k${end}`.trim().normalize('NFC');
        const data = dataOf(fields, paper({ title, authors: names, keywords: names, citekey }));
        const one = { plain: title, double: title, single: title, filtered: title, quotedYaml: title };
        const lists = { flow: [title, names, 'x'], map: { a: title }, list: names, authors: names };
        const lines = { block: title, folded: title, both: title + citekey };
        const own = { tags: [], status: 'unread', created: '2025-03-04', title, citekey };
        const mixed = `On ${title}, 2017`;
        assert.deepEqual(data, { ...one, mixed, ...lists, ...lines, year: 2017, ...own });
      }),
      { numRuns: cases(300, 25) },
    );
  });

  it('states a citekey that ends as a link does once', () => {
    for (const citekey of ['k]]', 'a[[b]]', '[[k', 'k]']) {
      const note = rendered('---\n{{ frontMatter }}\n---\n', paper({ citekey }));
      assert.equal(note.match(/citekey/g)?.length, 1, note);
      assert.equal(readFrontMatter(note).data.citekey, citekey);
    }
  });

  it('has the fields of our own that it does not state itself', () => {
    const note = rendered('---\nstatus: to-read\n{{ frontMatter }}\n---\n', paper({ authors: [] }));
    const lines = [
      'status: to-read',
      'citekey: vaswani2017attention',
      'title: Attention Is All You Need',
      'year: 2017',
    ];
    assert.equal(note, ['---', ...lines, 'tags: []', 'created: 2025-03-04', '---', ''].join('\n'));
    assert.equal(dataOf('a: b\n{{ frontMatter }}\nc: d', paper({ title: 'a: b' })).title, 'a: b');
  });

  it('keeps numbers, days and lists what they are, and leaves out what is not known', () => {
    const fields = 'y: {{ year }}\nd: {{ date }}\nk: {{ keywords }}\nv: {{ venue }}\ns: "{{ year }}"';
    assert.match(rendered(`---\n${fields}\n---\n`, paper({ keywords: ['a', 'b'] })), /\nd: 2025-03-04\n/);
    const data = dataOf(fields, paper({ keywords: ['a', 'b'] }));
    assert.deepEqual(
      { ...data, citekey: 0 },
      { y: 2017, d: '2025-03-04', k: ['a', 'b'], v: null, s: '2017', citekey: 0 },
    );
  });

  it('knows all fields of CSL, by two names', () => {
    const csl = {
      'container-title': 'NeurIPS: 30',
      author: [{ family: 'Vaswani', given: 'Ashish' }, { literal: 'OpenAI' }],
      issued: { 'date-parts': [[2017, 6, 12]] },
      page: '1-10',
    };
    const fields = ['container-title', 'containerTitle', 'author', 'issued', 'page', 'csl.page'];
    const data = dataOf(fields.map((field, i) => `f${i}: {{ ${field} }}`).join('\n'), paper({ csl }));
    const expected = ['NeurIPS: 30', 'NeurIPS: 30', ['Ashish Vaswani', 'OpenAI'], '2017-06-12', '1-10', '1-10'];
    assert.deepEqual(Object.values(data).slice(0, 6), expected);
    assert.match(rendered('{{ author }}; {{ issued }}', paper({ csl })), /Ashish Vaswani, OpenAI; 2017-06-12$/);
  });
});

describe('The values of a note', () => {
  it('are those of the entry', () => {
    const authors = [{ family: 'Berg', given: 'Rianne', 'non-dropping-particle': 'van den' }, { literal: 'OpenAI' }];
    const values = noteValues(entry({ citekey: 'k', title: 'T', authors, year: 2020 }), { created: '2025-03-04' });
    assert.deepEqual(values.authors, ['Rianne van den Berg', 'OpenAI']);
    assert.deepEqual([values.citekey, values.title, values.year, values.created], ['k', 'T', 2020, '2025-03-04']);
  });
});
