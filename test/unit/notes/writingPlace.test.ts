import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findFrontMatter } from '../../../src/notes/frontMatterBlock';
import { renderNote } from '../../../src/notes/template';
import { writingPlace } from '../../../src/notes/writingPlace';
import { anyText } from './anyText';
import { paper } from './paper';

describe('Where one writes in a new note', () => {
  const rule = (name: string, marked: string) =>
    it(name, () => {
      const text = marked.replace('|', '');
      const at = writingPlace(text);
      assert.equal(`${text.slice(0, at)}|${text.slice(at)}`, marked);
    });

  rule('is under the only heading', '---\ncitekey: a\n---\n# Title\n|');
  rule(
    'is under the first heading with nothing under it',
    '---\na: b\n---\n\n# T\n\n- Authors\n\n## Summary\n|\n## Method\n',
  );
  rule('is where the next heading stays apart', '# T\nText.\n## Summary\n|\n\n## Method\n');
  rule('is apart from both headings where there is room', '# T\nText.\n## Summary\n\n|\n\n## Method\n');
  rule('is the second line of more of them', '# T\r\nText.\r\n## Summary\r\n\r\n|\r\n\r\n\r\n## Method\r\n');
  rule('is under the first heading where all have text', '# T\n|Text.\n## More\nText.\n');
  rule('is no line of code', '# T\nText.\n```\n# no\n\n# no\n```\n\n## Yes\n|\n');
  rule('is under the front matter where there is no heading', '---\na: b\n---\n|');
  rule('is the first empty line without headings', 'Words.\n|\nMore.\n');
  rule('is the end of a text without line ends', 'Words.|');
  rule('is the end where a heading is all', '# T|');

  it('is under “Summary” in the built-in note', () => {
    const { text = '' } = renderNote(undefined, paper({ title: '# Not --- a heading', abstract: 'Long.' }));
    assert.match(text.slice(0, writingPlace(text)), /\n## Summary\n\n$/);
  });

  it('has an empty line before the next heading under each heading of the built-in note', () => {
    const { text = '' } = renderNote(undefined, paper({ abstract: 'Long.' }));
    const sections = text
      .slice(text.indexOf('## Summary'))
      .split(/^## .*$/m)
      .slice(1);
    assert.deepEqual(sections, [...Array<string>(sections.length - 1).fill('\n\n\n\n'), '\n\n']);
    const at = writingPlace(text);
    const typed = `${text.slice(0, at)}Words.${text.slice(at)}`;
    assert.match(typed, /\n## Summary\n\nWords\.\n\n## Key points\n/);
  });

  it('is never inside the front matter, whatever the note', () =>
    fc.assert(
      fc.property(anyText(['\n', '# ', '---', '```', ' '], 40), (body) => {
        const text = `---\ncitekey: a\n---\n${body}`;
        assert.ok(writingPlace(text) >= (findFrontMatter(text)?.bodyStart ?? 0));
        assert.ok(writingPlace(text) <= text.length);
      }),
    ));
});
