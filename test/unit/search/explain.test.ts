import assert from 'node:assert/strict';
import { explainDocument, highlightTitle } from '../../../src/search/explain/explain';
import { engineWith, paper } from './papers';

/** The text with what is marked in brackets. */
function marked(text: string, ranges: readonly { start: number; end: number }[] = []): string {
  return ranges
    .toReversed()
    .reduce((all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text);
}

const oswald = paper('oswald', 'Transformers learn in-context by gradient descent', {
  abstract: 'We study attention. One step of gradient descent is one layer, e.g. a linear one. The rest follows.',
  authors: ['João Sacramento'],
  note: { text: '# Idea\nGradients without a backward pass\n\nSee also hypernetworks', tags: [] },
});

describe('highlightTitle', () => {
  const shows = (query: string, expected: string): void =>
    void it(`${query} → ${expected}`, () =>
      assert.equal(marked(oswald.title, highlightTitle(oswald.title, query)), expected));

  shows('gradient descent', 'Transformers learn in-context by [gradient] [descent]');
  shows('transformer learning', '[Transformers] [learn] in-context by gradient descent');
  shows('grad', 'Transformers learn in-context by [gradient] descent');
  shows('tranformers', '[Transformers] learn in-context by gradient descent');
  shows('learn by heart', 'Transformers [learn] in-context by gradient descent');
  shows('author:descent', 'Transformers learn in-context by gradient descent');
  shows('-gradient step', 'Transformers learn in-context by gradient descent');
  shows('"gradient descent"', 'Transformers learn in-context by [gradient] [descent]');
});

describe('explainDocument', () => {
  it('tells the fields and the sentence with most of the words', () => {
    const { fields, snippet, titleHighlights } = explainDocument(oswald, 'layer gradient')!;
    assert.deepEqual(fields, ['title', 'abstract', 'note']);
    assert.equal(
      marked(snippet!.text, snippet!.highlights),
      'One step of [gradient] descent is one [layer], e.g. a linear one.',
    );
    assert.equal(marked(oswald.title, titleHighlights), 'Transformers learn in-context by [gradient] descent');
  });

  it('shows a line of the note where that is where the words are', () => {
    const { snippet, fields } = explainDocument(oswald, 'hypernetwork')!;
    assert.deepEqual(
      [snippet?.field, marked(snippet!.text, snippet!.highlights)],
      ['note', 'See also [hypernetworks]'],
    );
    assert.deepEqual(fields, ['note']);
  });

  it('marks a typo of a word that stands nowhere in the paper', () => {
    assert.deepEqual(explainDocument(oswald, 'sacramneto attention')?.fields, ['abstract', 'authors']);
  });

  it('has no sentence for a match in other fields, and nothing to say where nothing matches', () => {
    assert.equal(explainDocument(oswald, 'joao')?.snippet, undefined);
    assert.equal(explainDocument(oswald, 'zebra'), undefined);
    assert.equal(explainDocument(oswald, ''), undefined);
  });

  it('cuts a long sentence around its match', () => {
    const abstract = `${'word '.repeat(100)}needle ${'more '.repeat(100)}`;
    const { snippet } = explainDocument(paper('long', 'Title', { abstract }), 'needle')!;
    assert.ok(snippet!.text.length < 300 && snippet!.text.startsWith('…') && snippet!.text.endsWith('…'));
    const [{ start, end }] = snippet!.highlights;
    assert.equal(snippet!.text.slice(start, end), 'needle');
  });
});

describe('related papers', () => {
  const diffusion = (id: string, title: string): ReturnType<typeof paper> =>
    paper(id, title, { abstract: 'Diffusion models generate images by denoising latent noise step after step.' });
  const filler = Array.from({ length: 20 }, (_, i) =>
    paper(`f${i}`, `Topic${i} of subject${i}`, { abstract: `Matter${i} about thing${i}.` }),
  );

  it('finds the nearest first and nothing that is far', async () => {
    const engine = await engineWith(
      diffusion('a', 'Latent diffusion for images'),
      diffusion('b', 'Denoising diffusion models'),
      paper('c', 'Image denoising with wavelets', { abstract: 'Noise in images is removed.' }),
      paper('d', 'Citation counts in law', { abstract: 'How judges cite.' }),
      ...filler,
    );
    const related = await engine.related('a', 5);
    assert.equal(related[0], 'b');
    assert.ok(!related.includes('d') && !related.includes('a'));
    assert.deepEqual(await engine.related('f3', 5), []);
    assert.deepEqual(await engine.related('a', 1), ['b']);
  });
});
