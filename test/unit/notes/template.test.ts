import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { renderNote } from '../../../src/notes/template';
import { noteValues } from '../../../src/notes/values';
import { entry } from '../workflows/entries';
import { anyText } from './anyText';
import { paper } from './paper';

const titleOf = (note: string) => readFrontMatter(note).data.title;

describe('The built-in note', () => {
  it('states what is known, in this order', () => {
    const { text } = renderNote(undefined, paper({ doi: '10.1/x', arxiv: '1706.03762' }));
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
    const { text } = renderNote(undefined, paper({ authors: [], year: undefined }));
    assert.deepEqual(Object.keys(readFrontMatter(text).data), ['citekey', 'title', 'tags', 'status', 'created']);
    assert.ok(readFrontMatter(text).body.startsWith('\n# Attention Is All You Need\n\n## Summary\n'));
  });

  it('shows authors, venue, links and the abstract', () => {
    const links = [
      { label: '10.1/a_b', url: 'https://doi.org/10.1/a_b' },
      { label: 'bad', url: 'javascript:alert(1)' },
    ];
    const { text } = renderNote(undefined, paper({ venue: 'NeurIPS', abstract: 'One.\n\nTwo.', links }));
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
        const { text } = renderNote(undefined, paper({ title }));
        assert.equal(titleOf(text), title);
        assert.equal(readFrontMatter(text).problem, undefined);
      }),
      { numRuns: 50 },
    );
  });

  it('does not name thousands of authors', () => {
    const authors = Array.from({ length: 3000 }, (_, i) => `Author Number${i}`);
    const { text } = renderNote(undefined, paper({ authors }));
    const named = readFrontMatter(text).data.authors as string[];
    assert.deepEqual([named.length, named[99], named[100]], [101, 'Author Number99', 'et al.']);
  });

  it('holds any citekey', () => {
    for (const citekey of ['007', '1e3', 'no', '12:30', 'a: b', '#a', '-', '@a', 'null', '2020-01-01', 'ä'])
      assert.equal(readFrontMatter(renderNote(undefined, paper({ citekey })).text).data.citekey, citekey);
  });

  it('says nothing active that the paper list says', () => {
    const { text } = renderNote(undefined, paper({ title: '<img src=x onerror=y>', abstract: 'a\n</div>\n# b' }));
    assert.doesNotMatch(readFrontMatter(text).body, /(?<!\\)<|^# b/m);
  });
});

describe("A user's note template", () => {
  it('sees the values', () => {
    const template =
      '---\n{{ frontMatter }}\nreviewer: me\n---\n{{ authorString }} ({{ year }}) {{ citation }} {{ date }}';
    const { text } = renderNote(template, paper({ citation: '[@k]' }));
    assert.equal(readFrontMatter(text).data.reviewer, 'me');
    assert.equal(readFrontMatter(text).body, 'Ashish Vaswani, Noam Shazeer (2017) [@k] 2025-03-04');
  });

  it('can write its own front matter with the filter yaml', () => {
    const template =
      '---\ncitekey: {{ citekey | yaml }}\ntitle: {{ title | yaml }}\nauthors: {{ authors | yaml }}\n---\n';
    const values = paper({ title: 'a: "b"\n# c', authors: ['D, E', 'F: G'] });
    const { citekey, title, authors } = readFrontMatter(renderNote(template, values).text).data;
    assert.deepEqual(
      { citekey, title, authors },
      { citekey: values.citekey, title: values.title, authors: values.authors },
    );
  });

  it('need not state the citekey', () => {
    const citekeyAfter = (template: string) => readFrontMatter(renderNote(template, paper()).text).data.citekey;
    for (const template of [
      '# {{ title }}',
      '',
      '---\ntitle: x\n---\n',
      '---\ntitle: x\n---',
      '---\n---\nText',
      '---\r\ntitle: x\r\n---\r\n',
      '---\ncitekey: other\n---\n',
      '---\ncitekey:\n---\n',
      '---\ntitle: a: b\n---\n',
      '---js\n{}\n---\n',
      '---\n\nText\n\n---\n',
    ])
      assert.equal(citekeyAfter(template), 'vaswani2017attention', JSON.stringify(template));
  });

  it('says where it is wrong, and the built-in one takes its place', () => {
    const { text, problem } = renderNote('# x\n\n{{ title | nofilter }}', paper());
    assert.deepEqual(
      { ...problem },
      {
        code: 'template-error',
        severity: 'error',
        reason: 'undefined filter: nofilter',
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 22 } },
      },
    );
    assert.equal(titleOf(text), 'Attention Is All You Need');
  });

  it('reads no file, no prototype, and does not run without end', () => {
    const codeOf = (template: string) => renderNote(template, paper()).problem?.code;
    assert.equal(codeOf('{% include "package.json" %}'), 'template-error');
    assert.equal(codeOf('{% render "./package.json" %}'), 'template-error');
    assert.equal(codeOf('{% layout "package.json" %}'), 'template-error');
    assert.equal(codeOf('{% for i in (1..100000000) %}x{% endfor %}'), 'template-error');
    assert.equal(codeOf('x'.repeat(200_000)), 'template-error');
    const { text } = renderNote('{{ title.constructor.name }}{{ links.constructor }}|', paper());
    assert.equal(readFrontMatter(text).body, '\n|');
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
