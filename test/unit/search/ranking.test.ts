import assert from 'node:assert/strict';
import type { SearchDocument } from '../../../src/search/contract';
import { engineWith, paper } from './papers';

/** What the query puts first of these papers. */
const first = (query: string, wanted: string, ...papers: SearchDocument[]): void =>
  void it(`${query} → ${wanted}`, async () => {
    const engine = await engineWith(...papers);
    assert.equal(engine.find(query)[0], wanted);
  });

describe('names', () => {
  const by = (id: string, title: string, ...authors: string[]): SearchDocument => paper(id, title, { authors });

  first(
    'Ravi Nguyen learning',
    'one',
    by('two', 'Learning', 'Minh Nguyễn', 'Ravi Zenti'),
    by('one', 'Learning', 'Ravi Nguyễn', 'Anna Zenti', 'Wei Lu', 'Mei Xi', 'Jonas Cortor'),
  );
  first(
    'An Celik ',
    'names',
    by('title', 'An analysis of diffusion', 'Amara Çelik'),
    by('names', 'Parameterized gradients', 'Chen Kokona', 'Sofia Zacada', 'Ingrid An', 'Ravi Çelik'),
    by('other', 'An answer', 'Priya Zaar'),
  );
  first(
    'Can Belsa ',
    'both',
    by('alone', 'Can models reason', 'Jian Belsa'),
    by('both', 'Reasoning', 'Lena Can', 'Mei Lu', 'Priya Belsa', 'Omar Lin', 'Ravi Xi'),
  );
  first(
    'Fi Belsa',
    'ordered',
    by('turned', 'Reasoning', 'Priya Belsa', 'Mei Fi'),
    by('ordered', 'Decoding', 'Mei Fi', 'Wei Lu', 'Priya Belsa'),
  );
  first(
    'Wells flow',
    'author',
    by('text', 'How well models work', 'Mei Lu'),
    by('author', 'Normalizing flow', 'Anna Wells'),
  );
  first(
    'Rawa training',
    'title',
    paper('text', 'Sampling', { authors: ['Pavel Rawa'], abstract: 'A note on training.' }),
    by('title', 'Interpretable training', 'Nadia Lu', 'Priya Xi', 'Elif Fi', 'Ingrid Du', 'Sara Rawa', 'Lena Nil'),
  );
});

describe('typos that are words', () => {
  const cascades = paper('cascades', 'Language Model Cascades');
  const mode = paper('mode', 'Faster decoding', { abstract: 'Cascades for a language in this mode.' });

  first('language mode cascades', 'cascades', mode, cascades);

  it('adds only titles that have all words', async () => {
    const engine = await engineWith(
      mode,
      cascades,
      paper('models', 'Decoding', { abstract: 'Language model cascades.' }),
    );
    assert.deepEqual(engine.find('language mode cascades'), ['cascades', 'mode']);
  });

  it('adds nothing to what was demanded', async () => {
    const engine = await engineWith(mode, cascades);
    assert.deepEqual(engine.find('+language +mode +cascades'), ['mode']);
  });

  first(
    'representer pont',
    'point',
    paper('pontil', 'Bilevel programming', { authors: ['Massimiliano Pontil'], abstract: 'A representer theorem.' }),
    paper('point', 'Representer point selection'),
  );
  first(
    'learning iseful',
    'useful',
    paper('is', 'Attention is all that learning needs', { abstract: 'We use it.' }),
    paper('useful', 'Learning useful representations'),
  );
});

describe('two words in one', () => {
  first(
    'gradientdescent steps',
    'descent',
    paper('steps', 'Steps and gradients of descent'),
    paper('descent', 'Gradient descent steps'),
  );
});
