import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FRONT_MATTER_LIMIT, readFrontMatter } from '../../../src/notes/frontMatter';
import { cases } from '../support/cases';

const fields = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nText\n`);
const data = (yaml: string) => fields(yaml).data;
const code = (text: string) => readFrontMatter(text).problem?.code;

describe('Front matter', () => {
  it('is a YAML map between lines of dashes', () => {
    const front = fields('citekey: a\ntags: [x, y]\nrating: 4');
    assert.deepEqual(front.data, { citekey: 'a', tags: ['x', 'y'], rating: 4 });
    assert.equal(front.body, 'Text\n');
    assert.equal(front.problem, undefined);
  });

  it('gives the offset of the body and of each value', () => {
    const text = '---\ntitle: "A: b"\ncitekey: a\n---\nText';
    const { bodyStart, values } = readFrontMatter(text);
    const { start, end } = values.get('citekey')!;
    assert.equal(text.slice(bodyStart), 'Text');
    assert.equal(text.slice(start, end), 'a');
  });

  it('does not mind CRLF, a byte order mark, blanks after the dashes or a final line of dots', () => {
    for (const text of [
      '---\r\ncitekey: a\r\n---\r\nText',
      '\ufeff---\ncitekey: a\n---\nText',
      '--- \ncitekey: a\n---\t\nText',
      '---\ncitekey: a\n...\nText',
      '---yaml\ncitekey: a\n---\nText',
      '---json\n{ "citekey": "a" }\n---\nText',
    ]) {
      const front = readFrontMatter(text);
      assert.deepEqual([front.data, front.body, text.slice(front.bodyStart)], [{ citekey: 'a' }, 'Text', 'Text'], text);
      assert.equal(front.problem, undefined);
    }
  });

  it('may be empty, or a comment alone', () => {
    for (const text of ['---\n---\nText', '---\n\n---\nText', '---\n# none\n---\nText']) {
      const front = readFrontMatter(text);
      assert.deepEqual([front.data, front.body, front.problem], [{}, 'Text', undefined]);
    }
  });

  it('is not what only looks like it', () => {
    for (const text of [
      '',
      '---',
      'Text',
      '# a\n---\nb: c\n---\n',
      '----\na: b\n----\n',
      '--- a title ---\nb: c\n---\n',
    ]) {
      const front = readFrontMatter(text);
      assert.deepEqual([front.data, front.body, front.problem], [{}, text, undefined], text);
    }
  });

  it('is not the prose after a rule that opens the text', () => {
    assert.equal(code('---\n\nSome words.\n\n---\n\nMore.'), undefined);
    assert.equal(code('---\n\nSome words and no other rule.'), undefined);
    assert.equal(code('---\nSome words\n---\n'), 'front-matter-not-fields');
  });

  it('keeps dates, and numbers that would be written in another way, as text', () => {
    assert.deepEqual(data('a: 2024-01-02\nb: 2024-01-02T03:04:05Z\nc: 007\nd: 1e3\ne: 0x1f\nf: 17\ng: 1.50\nh: .inf'), {
      a: '2024-01-02',
      b: '2024-01-02T03:04:05Z',
      c: '007',
      d: '1e3',
      e: '0x1f',
      f: 17,
      g: '1.50',
      h: '.inf',
    });
  });

  it('makes plain data alone, whatever tags the text asks for', () => {
    const asked = data(
      'a: !!timestamp 2024-01-02\nb: !!binary aGk=\nc: !!set {x}\nd: !!js/function "f"\ne: !!omap [x: 1]',
    );
    assert.deepEqual(asked, JSON.parse(JSON.stringify(asked)));
    assert.equal(asked.a, '2024-01-02');
  });

  it('touches no prototype', () => {
    const read = data(
      '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\na: { __proto__: { b: c } }',
    );
    assert.deepEqual(Object.keys(read), ['constructor', 'a']);
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
    assert.equal(Object.getPrototypeOf(read.a), Object.prototype);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('evaluates no language', () => {
    const global = globalThis as { evaluated?: boolean };
    for (const language of ['js', 'javascript', 'JavaScript', 'coffee', 'cson', 'toml', 'constructor']) {
      const front = readFrontMatter(`---${language}\n{ citekey: (globalThis.evaluated = true) && 'a' }\n---\nText`);
      assert.equal(global.evaluated, undefined);
      assert.deepEqual([front.data, front.body, front.problem?.code], [{}, 'Text', 'front-matter-language']);
    }
  });

  it('reads the same text twice the same way', () => {
    const broken = '---\ntitle: a: b\n---\n';
    assert.equal(code(broken), 'front-matter-invalid');
    assert.equal(code(broken), 'front-matter-invalid');
  });
});

describe('Broken front matter', () => {
  it('keeps the fields whose lines are good, and says where it broke', () => {
    const front = fields('citekey: a # mine\ntitle: Attention: All\nstatus: "read"\ntags: [x');
    assert.deepEqual(front.data, { citekey: 'a', status: 'read' });
    assert.equal(front.body, 'Text\n');
    assert.equal(front.problem?.code, 'front-matter-invalid');
    assert.equal(front.problem?.range.start.line, 2);
  });

  it('gives the place of the fields that it keeps', () => {
    const text = '---\r\ntitle: a: b\r\ncitekey: "k"\r\n---\r\n';
    const { start, end } = readFrontMatter(text).values.get('citekey')!;
    assert.equal(text.slice(start, end), '"k"');
  });

  it('takes no citekey from an indented line or from a second one', () => {
    assert.deepEqual(data('title: a: b\n  citekey: inner\ncitekey: first\ncitekey: second'), { citekey: 'first' });
  });

  it('may lack its end', () => {
    const front = readFrontMatter('---\ncitekey: a\n\nstatus: b\n');
    assert.deepEqual(front.data, { citekey: 'a' });
    assert.equal(front.problem?.code, 'front-matter-unclosed');
  });

  it('has the first of two equal fields', () => {
    const front = fields('citekey: a\ncitekey: b');
    assert.equal(front.data.citekey, 'a');
    assert.equal(front.problem?.code, 'front-matter-duplicate-field');
    assert.equal(front.problem?.range.start.line, 2);
  });

  it('does not multiply aliases without end', () => {
    const levels = 'bcdefghij'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`);
    const front = fields(['citekey: k', 'a: &a [x, x]', ...levels].join('\n'));
    assert.deepEqual(front.data.citekey, 'k');
    assert.equal(front.problem?.code, 'front-matter-invalid');
  });

  it('is read line by line where it is too large', () => {
    for (const filler of ['x: y\n'.repeat(FRONT_MATTER_LIMIT / 5), '\n'.repeat(2000)]) {
      const front = fields(`citekey: k\n${filler}`);
      assert.equal(front.data.citekey, 'k');
      assert.equal(front.problem?.code, 'front-matter-too-large');
    }
  });

  it('never throws, and finds a body that is the end of the text', () => {
    const piece = fc.constantFrom(
      '---',
      '...',
      '\n',
      '\r\n',
      'a: ',
      'b',
      '[',
      '{',
      '? ',
      '- ',
      '"',
      "'",
      '&a ',
      '*a',
      '|',
      '#',
      '%',
      '!!',
      '\ufeff',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40, size: 'max' }), (pieces) => {
        const text = `---\n${pieces.join('')}`;
        const front = readFrontMatter(text);
        assert.equal(front.body, text.slice(front.bodyStart));
      }),
      { numRuns: cases(300) },
    );
  });
});
