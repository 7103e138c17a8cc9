import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../src/search/query/parser';
import { relatedKey, relatedQuery } from '../../../src/search/query/relatedQuery';
import { engineWith, paper, type TestEngine } from './papers';

/** Papers of two subjects, and one of none. */
const library = [
  ...Array.from({ length: 14 }, (_, i) =>
    paper(`bees${i}`, `Honey bees and flower meadows ${i}`, {
      abstract: `Honey bees visit flower meadows at dawn. Nectar counts matter, ${'nectar '.repeat(i)}.`,
    }),
  ),
  ...Array.from({ length: 4 }, (_, i) =>
    paper(`tides${i}`, 'Tidal currents', { abstract: 'Currents of the tide in narrow bays.', year: 2000 + i }),
  ),
  paper('alone', 'Sourdough'),
  paper('DBLP:conf/nips/Vaswani', 'Narrow bays', { abstract: 'The tide in narrow bays.', aliases: ['old key'] }),
];

describe('related papers', () => {
  let engine: TestEngine;
  before(async () => void (engine = await engineWith(...library)));

  it('are at least ten where there are so many of the field, the paper itself not among them', () => {
    const found = engine.find('related:bees3');
    assert.ok(found.length >= 10);
    assert.ok(found.every((id) => id.startsWith('bees') && id !== 'bees3'));
  });

  it('are none for a paper that has none', () => assert.deepEqual(engine.find('related:alone'), []));

  it('come nearest first, as the view asks and as others ask', async () => {
    const reply = engine.reply('related:bees3');
    assert.equal(reply.mode, 'all-words');
    const { scores } = reply.hits;
    assert.deepEqual(
      [...scores].sort((a, b) => b - a),
      [...scores],
    );
    assert.ok(scores[0] <= 1 && scores.at(-1)! > 0);
    assert.deepEqual(await engine.related('bees3', 5), engine.find('related:bees3', 5));
  });

  it('are narrowed by filters and words', () => {
    assert.deepEqual(engine.find('related:tides0 year:2002'), ['tides2']);
    assert.deepEqual(engine.find('currents related:tides0 -year:2002').sort(), ['tides1', 'tides3']);
    assert.ok(engine.find('related:tides0 OR related:bees1').length > 10);
    assert.ok(!engine.find('-related:tides0').includes('tides1'));
  });

  for (const key of ['DBLP:conf/nips/Vaswani', 'old key']) {
    it(`are found for ${key}`, () => assert.equal(engine.find(relatedQuery(key)).length, 4));
  }

  it('are none for a key that no paper has, and that is told', () => {
    const { problems, total } = engine.reply('bees related:nobody');
    assert.equal(total, 0);
    assert.deepEqual(problems, [{ code: 'unknown-key', start: 5, end: 19, text: 'nobody' }]);
    assert.equal(engine.reply('related:tides').problems[0]?.code, 'unknown-key', 'a beginning of a key is none');
  });

  it('say what they have in common with the paper, as it stands in them', async () => {
    const explanation = await engine.explain('bees5', 'related:bees3');
    assert.deepEqual(explanation?.fields, []);
    assert.ok(explanation.shared);
    assert.ok(explanation.shared.includes('Honey bees'), String(explanation.shared));
    assert.ok(explanation.shared.length <= 6);
    assert.deepEqual((await engine.explain('tides1', 'currents related:tides0'))?.fields, ['title', 'abstract']);
  });

  it('name each word once in what they have in common', async () => {
    const many = await engineWith(
      paper('a', 'Memory', { abstract: 'Memory networks have memory. A memory network reads memories.' }),
      paper('b', 'Memory networks', { abstract: 'Networks with memory. Memory.' }),
      ...Array.from({ length: 5 }, (_, i) => paper(`other${i}`, `Sourdough and bread ${i}`)),
    );
    const explanation = await many.explain('b', 'related:a');
    assert.deepEqual(explanation?.shared, ['Memory networks']);
  });

  it('follow changes', async () => {
    const changing = await engineWith(paper('a', 'Tidal currents'), paper('b', 'Tidal currents of bays'));
    assert.deepEqual(changing.find('related:a'), ['b']);
    await changing.put(paper('c', 'Currents, tidal'));
    assert.deepEqual(changing.find('related:a').sort(), ['b', 'c']);
    await changing.remove('b');
    assert.deepEqual(changing.find('related:a'), ['c']);
    assert.equal(changing.reply('related:b').problems[0]?.code, 'unknown-key');
  });

  it('are asked for by any citekey', () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((key) => !/["“”„]/.test(key) && key.trim() === key),
        (key) => {
          fc.pre(!key.startsWith('@'));
          assert.equal(relatedKey(parseQuery(relatedQuery(key))), key);
        },
      ),
    ));
});
