import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchDocument } from '../../../src/search/contract';
import { engineWith, paper, type TestEngine } from './papers';
import { cases } from '../support/cases';

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
    finds('year:nineteen');
    finds('gradient has:fun');
    finds('-yera:2020 gradient');
    finds('gradient zebra author:sacramento', 'oswald');
    finds('attention author:sacramento recurrence', 'oswald');
    finds('zebra author:hinton');
    finds('gradient year:2020', 'nasir');
  });

  describe('operators', () => {
    finds('+gradient', 'oswald', 'nasir');
    finds('gradient -descent', 'nasir');
    finds('descent OR recurrence', 'oswald', 'vaswani2017attention');
    finds('descent OR year:nineteen', 'oswald');
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
    finds('descent OR year:2017', 'oswald', 'vaswani2017attention');
    finds('(descent OR year:2017) zebra', 'oswald', 'vaswani2017attention');
    finds('descent OR -year:2017.. ', 'oswald', 'modelle', 'chinese');

    it('finds by OR what each side finds alone', () => {
      const sides = [
        'grad',
        'recur',
        'unifying',
        'gradint',
        'year:2025',
        'author:vasw',
        '"gradient descent"',
        'overfit',
      ];
      for (const left of sides) {
        for (const right of sides) {
          const alone = [...engine.find(left), ...engine.find(right)];
          assert.deepEqual(
            engine.find(`${left} OR ${right}`).sort(),
            [...new Set(alone)].sort(),
            `${left} OR ${right}`,
          );
        }
      }
    });
  });

  describe('languages', () => {
    finds('tiefe Netze', 'modelle');
    finds('uber', 'modelle');
  });

  it('lists those that match most words where none matches all', () => {
    const { mode, total, isPassage } = engine.reply('gradient descent zebra');
    assert.equal(mode, 'most-words');
    assert.equal(total, 1);
    assert.ok(!isPassage);
    assert.deepEqual(engine.find('gradient descent zebra'), ['oswald']);
  });

  it('tells which words the papers lack that it lists', () => {
    const lacks = (query: string, met: number, asked: string[], dropped: string[]): void =>
      assert.deepEqual(engine.reply(query).shortfall, { asked, met, dropped }, query);
    lacks('gradient descent zebra', 2, ['gradient', 'descent', 'zebra'], ['zebra']);
    lacks('the Vaswani 2025', 1, ['Vaswani', '2025'], []);
    lacks('author:vaswani descent of zebra', 0, ['descent', 'zebra'], ['descent', 'zebra']);
    lacks('gradient (zebra OR recurrence)', 1, ['gradient', 'zebra OR recurrence'], []);
    lacks(' (Vaswani et al., 1850)', 1, ['Vaswani', '1850'], ['1850']);
    lacks('"gradient descent" zebra', 1, ['"gradient descent"', 'zebra'], ['zebra']);
  });

  it('says what was probably meant by a value that no paper has, and lists nothing', () => {
    const meant = (query: string, text: string, suggestion?: string): void => {
      const { problems, total } = engine.reply(query);
      assert.equal(total, 0, query);
      const [{ code, start, end, ...rest }, ...others] = problems;
      assert.deepEqual(others, [], query);
      assert.equal(code, 'unknown-value');
      assert.equal(query.slice(start, end).toLowerCase(), text);
      assert.deepEqual(rest, suggestion === undefined ? { text } : { text, suggestion });
    };
    meant('gradient type:artcle', 'type:artcle', 'type:article');
    meant('type:papr', 'type:papr', 'type:paper-conference');
    meant('status:unraed gradient', 'status:unraed', 'status:unread');
    meant('source:Deep.bbi', 'source:deep.bbi', 'source:deep.bib');
    meant('type:zzzzzz', 'type:zzzzzz');
  });

  it('has nothing to say against values that papers have', () => {
    for (const query of ['type:art', 'status:unread', 'source:deep', 'type:Paper-Conference']) {
      assert.deepEqual(engine.reply(query).problems, [], query);
    }
  });

  it('tells no lack where all words are there, or nothing is found', () => {
    for (const query of ['gradient descent', 'year:2017 zebra', 'zebra', 'yera:2020 gradient', 'year:2017', '']) {
      assert.equal(engine.reply(query).shortfall, undefined, query);
    }
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
      { numRuns: cases(300) },
    );
  });
});

describe('changing papers', () => {
  const words =
    'deep deeper nets net learn learning graph graphs graphing über models model optimal optimize wells'.split(' ');
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
  const content = fc.record({
    title: text,
    abstract: fc.option(text, { nil: undefined }),
    authors: fc.array(fc.constantFrom('Anna Wells', 'Max Graph'), { maxLength: 2 }),
    keywords: fc.array(text, { maxLength: 1 }),
    note: fc.option(fc.record({ text, tags: fc.array(text, { maxLength: 1 }) }), { nil: undefined }),
    language: fc.constantFrom(undefined, undefined, 'de'),
  });
  const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), content: fc.option(content) });
  const queries = [
    'deep',
    'learning',
    'graph',
    'graph models',
    'graphs deep ',
    'graphd',
    'deep ner ',
    'gra',
    'optim',
    'optimise graph',
    'title:nets',
    'mod',
    'uber',
    'well*',
    'gr*phs',
    'graph~1 ',
    'modelnets',
    'deep learning of graphs',
    '-deep',
  ];

  /** Asserts that papers changed one by one are found and scored as papers that were there from the start. */
  const sameAsRebuilt = async (
    changes: readonly { id: string; content: Partial<SearchDocument> | null }[],
    settle: (engine: TestEngine) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> => {
    // A paper keeps its place while it changes, and where it goes and comes back.
    const papers = new Map<string, SearchDocument | undefined>([['x', paper('x', 'nets')]]);
    const there = () => [...papers.values()].filter((each) => each !== undefined);
    const changed = await engineWith(...there());
    for (const { id, content } of changes) {
      papers.set(id, content ? paper(id, content.title!, content) : undefined);
      await (content ? changed.put(papers.get(id)!) : changed.remove(id));
    }
    await settle(changed);
    const fresh = await engineWith(...there());
    for (const query of queries) {
      assert.deepEqual(changed.find(query), fresh.find(query), query);
      assert.deepEqual(changed.reply(query).hits.scores, fresh.reply(query).hits.scores, query);
    }
  };

  it('finds the same with the same scores as papers that were there from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), (changes) => sameAsRebuilt(changes)),
      { numRuns: cases(40) },
    );
  });

  it('does so when the changes are merged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), (changes) =>
        sameAsRebuilt(changes, (engine) => engine.merge()),
      ),
      { numRuns: cases(20) },
    );
  });

  it('leaves a paper in its place among equal ones', async () => {
    const papers = ['a', 'b', 'c', 'd'].map((id) => paper(id, 'On Rivers', { authors: ['Ann Smith'] }));
    const engine = await engineWith(...papers);
    await engine.put({ ...papers[1], note: { text: 'Long, and about water.', tags: [] } });
    for (const query of ['author:smith', 'type:article', 'smith']) {
      assert.deepEqual(engine.find(query), ['a', 'b', 'c', 'd'], query);
      assert.deepEqual(engine.find(query, 2), ['a', 'b'], query);
    }
    await engine.merge();
    assert.deepEqual(engine.find('author:smith'), ['a', 'b', 'c', 'd']);
  });

  it('forgets a word that is replaced by another one with its stem', () =>
    sameAsRebuilt([
      { id: 'a', content: { title: 'graph' } },
      { id: 'a', content: { title: 'graphs' } },
    ]));

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
