import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engineWith, paper, type TestEngine } from './papers';

const library = [
  paper('oswald', 'Transformers learn in-context by gradient descent', {
    abstract: 'Attention can implement a step of gradient descent. Optimization happens inside the model.',
    authors: ['Johannes von Oswald', 'João Sacramento'],
    year: 2022,
    venue: 'ICML 2023',
    keywords: ['meta-learning'],
    arxiv: '2212.07677',
  }),
  paper('vaswani2017attention', 'Attention is all you need', {
    abstract: 'A network of attention mechanisms, without recurrence.',
    authors: ['Ashish Vaswani'],
    year: 2017,
    type: 'paper-conference',
    source: 'deep.bib',
    doi: '10.5555/3295222',
    note: { text: 'The residual stream idea starts here.', tags: ['classic', 'to-read'] },
  }),
  paper('lammermann', 'OneRec: Unifying Retrieve and Rank', { authors: ['Erik Lämmermann', 'Burcu Can'], year: 2025 }),
  paper('nasir', 'How large language models forget', {
    authors: ['An Wang'],
    abstract: 'Gradient of loss.',
    year: 2020,
  }),
  paper('modelle', 'Die Modelle der Netze', { language: 'de', abstract: 'Über tiefe Netze und ihre Modelle.' }),
  paper('chinese', '深度学习综述'),
];

describe('searching papers', () => {
  let engine: TestEngine;
  before(async () => {
    engine = await engineWith(...library);
    await engine.setFacets({ vaswani2017attention: { hasNote: true } });
  });

  const finds = (query: string, ...ids: string[]): void =>
    void it(`${query} → ${ids.join(', ') || 'nothing'}`, () => assert.deepEqual(engine.find(query), ids));

  describe('words', () => {
    finds('gradient descent', 'oswald');
    finds('in-context gradient descent', 'oswald');
    finds('networks', 'vaswani2017attention');
    finds('optimiza', 'oswald');
    finds('attension need', 'vaswani2017attention');
    finds('OneRec: Unifying', 'lammermann');
    finds('ATTENTION IS ALL', 'vaswani2017attention');
    finds('gradientdescent', 'oswald');
    finds('2212.07677', 'oswald');
    finds('深度', 'chinese');
    finds('学习', 'chinese');
    finds('qqqq');
    finds('');
    finds('   ');
  });

  describe('names, keys and tags', () => {
    finds('Lammermann', 'lammermann');
    finds('Lämmermann', 'lammermann');
    finds('joao', 'oswald');
    finds('author:can', 'lammermann');
    finds('author:an', 'nasir');
    finds('Burcu Can', 'lammermann');
    finds('key:vaswani', 'vaswani2017attention');
    finds('tag:meta-learning', 'oswald');
    finds('tag:classic', 'vaswani2017attention');
    finds('note:residual', 'vaswani2017attention');
    finds('residual stream', 'vaswani2017attention');
  });

  describe('fields and filters', () => {
    finds('title:gradient', 'oswald');
    finds('title:attention', 'vaswani2017attention');
    finds('title:(gradient learn)', 'oswald');
    finds('venue:icml', 'oswald');
    finds('year:2017', 'vaswani2017attention');
    finds('year:2019..2022', 'oswald', 'nasir');
    finds('year:>2022', 'lammermann');
    finds('has:note', 'vaswani2017attention');
    finds('has:doi', 'vaswani2017attention');
    finds('type:paper', 'vaswani2017attention');
    finds('source:deep', 'vaswani2017attention');
    finds('doi:10.5555', 'vaswani2017attention');
    finds('arxiv:2212.07', 'oswald');
    finds('gradient -has:abstract');
    finds('gradient year:2020', 'nasir');
  });

  describe('operators', () => {
    finds('+gradient', 'oswald', 'nasir');
    finds('gradient -descent', 'nasir');
    finds('descent OR recurrence', 'oswald', 'vaswani2017attention');
    finds('(unifying rank) OR recurrence', 'lammermann', 'vaswani2017attention');
    finds('-gradient -attention -die', 'lammermann', 'chinese');
    finds('"gradient descent"', 'oswald');
    finds('"descent gradient"');
    finds('"all you need"', 'vaswani2017attention');
    finds('trans* step', 'oswald');
    finds('un*ing', 'lammermann');
    finds('atention~1 recurrence', 'vaswani2017attention');
    finds('year:2020 OR year:2025', 'lammermann', 'nasir');
    finds('"GRADIENT descent" "step of"', 'oswald');
    finds('"in context"', 'oswald');
    finds('"uber tiefe"', 'modelle');
    finds('-"gradient descent" +gradient', 'nasir');
    finds('-(gradient OR attention) year:2000..', 'lammermann');
    finds('((recurrence))', 'vaswani2017attention');
    finds('title:(attention OR unifying) -rank', 'vaswani2017attention');
    finds('key:"vaswani2017attention"', 'vaswani2017attention');
    finds('has:note OR has:arxiv', 'oswald', 'vaswani2017attention');
    finds('学习 OR recurrence', 'chinese', 'vaswani2017attention');
  });

  describe('languages', () => {
    finds('tiefe Netze', 'modelle');
    finds('uber', 'modelle');
  });

  it('lists those that match most words where none matches all', () => {
    const { mode, total } = engine.reply('gradient descent recurrence zebra');
    assert.equal(mode, 'most-words');
    assert.equal(total, 1);
    assert.deepEqual(engine.find('gradient descent recurrence zebra'), ['oswald']);
  });

  it('keeps what is demanded even where not all words match', () => {
    assert.deepEqual(engine.find('+recurrence gradient descent'), ['vaswani2017attention']);
  });

  it('lists everything that filters leave, unranked, in the order in which papers came', () => {
    const { mode, hits } = engine.reply('year:2000..');
    assert.equal(mode, 'filters');
    assert.deepEqual([...hits.scores], [0, 0, 0, 0]);
  });

  it('tells total and searched whatever the limit', () => {
    const { total, searched, hits } = engine.reply('gradient', 1);
    assert.deepEqual([total, searched, hits.slots.length], [2, 6, 1]);
  });

  it('takes a word of any length', () => {
    for (const long of [
      'a'.repeat(200_000),
      `${'gradient'.repeat(20_000)}~2`,
      `"${'ab'.repeat(50_000)}"`,
      `a*${'b'.repeat(99_999)}`,
    ]) {
      assert.equal(engine.reply(`title:${long}`).mode, 'most-words');
    }
  });

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      'a',
      'gradient',
      '"',
      '(',
      ')',
      '+',
      '-',
      '~',
      '^',
      '*',
      ':',
      'title:',
      'year:',
      'x:',
      ' ',
      'OR',
      'NOT',
      '\\',
      'é',
      '深',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (query) => {
          const { total, hits } = engine.reply(query);
          assert.ok(total >= hits.slots.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('changing papers', () => {
  const title = fc.array(fc.constantFrom('deep', 'nets', 'learn', 'graph', 'über', 'models'), {
    minLength: 1,
    maxLength: 5,
  });
  const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: fc.option(title) });
  const queries = ['deep', 'learning', 'graph models', 'title:nets', 'mod', 'uber', '-deep'];

  it('finds the same with the same scores as papers that were there from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const changed = await engineWith(
          paper('a', 'deep graph'),
          paper('b', 'models of learning'),
          paper('x', 'nets'),
        );
        const papers = new Map([
          ['a', 'deep graph'],
          ['b', 'models of learning'],
          ['x', 'nets'],
        ]);
        for (const { id, title } of changes) {
          if (title) await changed.put(paper(id, title.join(' ')));
          else await changed.remove(id);
          papers.delete(id);
          if (title) papers.set(id, title.join(' '));
        }
        const fresh = await engineWith(...[...papers].map(([id, title]) => paper(id, title)));
        for (const query of queries) {
          assert.deepEqual(changed.find(query), fresh.find(query), query);
          assert.deepEqual(changed.reply(query).hits.scores, fresh.reply(query).hits.scores, query);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds what a saved note says at once', async () => {
    const engine = await engineWith(...library);
    await engine.put({ ...library[0], note: { text: 'Reminds me of hypernetworks.', tags: [] } });
    assert.deepEqual(engine.find('hypernetworks'), ['oswald']);
  });

  it('leaves other words alone when a word with diacritics comes', async () => {
    const engine = await engineWith(paper('a', 'aardvark'), paper('b', 'zebra'));
    await engine.put(paper('c', 'Über Läufe'));
    assert.deepEqual(engine.find('a'), ['a']);
    assert.deepEqual(engine.find('lauf'), ['c']);
  });

  it('goes on finding while many changes are merged, and afterwards', async () => {
    const engine = await engineWith(paper('first', 'The first paper'));
    const many = Array.from({ length: 1200 }, (_, i) => paper(`p${i}`, `Paper number n${i} of many`));
    await engine.put(...many);
    assert.deepEqual(engine.find('first'), ['first']);
    await engine.remove('p7');
    assert.equal(engine.reply('many').total, 1199);
    assert.deepEqual(engine.find('n1199'), ['p1199']);
    assert.deepEqual(engine.find('n7 '), []);
  });
});
