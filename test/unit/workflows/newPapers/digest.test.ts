import assert from 'node:assert/strict';
import { digest } from '../../../../src/workflows/newPapers/digest';
import { newPaperOf } from '../../../../src/workflows/newPapers/newPaper';

const WORDS = {
  title: 'New papers, 2026-11-26',
  nothing: 'No new papers.',
  code: 'Code',
  littleKnown: 'Too few papers yet.',
  upvotes: (count: number) => `${count} upvotes`,
  from: (feed: string) => `from ${feed}`,
};

describe('The digest of new papers', () => {
  it('has each paper with its reasons and links', () => {
    const item = {
      title: 'Pointers',
      author: [{ family: 'Vinyals', given: 'Oriol' }],
      DOI: '10.48550/arxiv.2611.00001',
    };
    const paper = newPaperOf({ item, upvotes: 3, code: 'https://github.com/a/b' }, 'arXiv', '2026-11-26');
    const ranked = { paper, band: 'likely', reasons: ['like “Memory Networks”, which you cite'] } as const;
    const text = digest(
      [
        { heading: 'Today', papers: [ranked] },
        { heading: 'Later', papers: [] },
      ],
      WORDS,
    );
    assert.equal(
      text,
      [
        '# New papers, 2026-11-26',
        '',
        '## Today',
        '',
        '- **[Pointers](https://doi.org/10.48550/arxiv.2611.00001)**\\',
        '  Vinyals · 3 upvotes · from arXiv · [Code](https://github.com/a/b)\\',
        '  *like “Memory Networks”, which you cite*',
        '',
      ].join('\n'),
    );
  });

  it('says once, not of each paper, that too little is known', () => {
    const [a, b] = ['A', 'B'].map((title) => newPaperOf({ item: { title }, upvotes: 3 }, 'HF', '2026-11-26'));
    const papers = [a, b].map((paper) => ({ paper, band: 'other', reasons: [], isLittleKnown: true }) as const);
    assert.equal(
      digest([{ heading: 'Today', papers }], WORDS),
      '# New papers, 2026-11-26\n\nToo few papers yet.\n\n## Today\n\n- **A**\\\n  3 upvotes · from HF\n- **B**\\\n  3 upvotes · from HF\n',
    );
  });

  it('says when there is nothing', () => {
    assert.equal(digest([], WORDS), '# New papers, 2026-11-26\n\nNo new papers.\n');
  });

  it('has nothing in it that a feed could make a link, an image or HTML of', () => {
    const item = { title: '![x](https://e.org) <img src=x> [y](command:z) `c`\n# H', URL: 'javascript:alert(1)' };
    const paper = newPaperOf({ item, code: 'command:x', url: 'command:y' }, '<b>Feed</b>', '2026-11-26');
    const text = digest([{ heading: 'Today', papers: [{ paper, band: 'other', reasons: ['*a* [b](c)'] }] }], WORDS);
    assert.ok(!/(?<!\\)\]\(|(?<!\\)<|javascript|\n# H/.test(text), text);
  });
});
