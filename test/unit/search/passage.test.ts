import assert from 'node:assert/strict';
import { engineWith, paper, type TestEngine } from './papers';

/** Papers that all have these words, so that the words say little. */
const filler = Array.from({ length: 30 }, (_, i) =>
  paper(`f${i}`, `Learning models from data, part n${i}`, { abstract: 'We train models on data and show results.' }),
);

describe('a passage', () => {
  let engine: TestEngine;
  before(async () => {
    engine = await engineWith(
      ...filler,
      paper('collective', 'Algorithmic collective action', {
        abstract: 'Users of a platform who coordinate can change what its learner does, even a small fraction of them.',
      }),
      paper('tasks', 'Can learning tasks change data', { abstract: 'What models achieve by changing their own data.' }),
    );
  });

  const finds = (typed: string, id: string): void =>
    void it(`${typed} → ${id}`, () => {
      assert.equal(engine.find(typed)[0], id);
      assert.equal(engine.reply(typed).mode, 'most-words');
      assert.equal(engine.reply(typed).isPassage, true);
    });

  finds('What can users of a platform achieve when they coordinate to change their own data?', 'collective');
  finds('Small groups of users (on a platform) that "coordinate" change models.', 'collective');
  finds('users platform coordinate models data results train learning show', 'collective');

  it('lists papers by what they say, not those alone that have most words', () => {
    const found = engine.find('platform users who coordinate can achieve tasks of their own');
    assert.ok(found.includes('collective') && found.includes('tasks'));
    assert.equal(found[0], 'collective');
  });

  it('weighs everyday words by less than telling ones', async () => {
    const everyday = await engineWith(
      ...filler,
      paper('manner', 'Small gains', { abstract: 'Earlier still.' }),
      paper('subject', 'Small gains', { abstract: 'Lagoons, estuaries.' }),
    );
    assert.equal(everyday.find('earlier still lagoons estuaries unknownly')[0], 'subject');
  });

  it('takes no title for more than its words, unless the passage says nearly all of it', async () => {
    const titles = await engineWith(
      ...filler,
      paper('abstract', 'Bays', { abstract: 'Currents in lagoons move sediment, kelp and plankton.' }),
      paper('title', 'Currents and kelp: a long history of maps drawn by hand'),
      paper('said', 'Kelp maps of lagoons', { abstract: 'Drawn by hand.' }),
    );
    assert.equal(titles.find('currents kelp sediment plankton unheard unseen')[0], 'abstract');
    assert.equal(titles.find('kelp maps of lagoons currents unheard unseen')[0], 'said');
    assert.equal(titles.find('currents kelp history maps sediment')[0], 'title', 'most of it stands in the title');
  });

  it('finds nothing where it has no word of any paper', () =>
    assert.deepEqual(engine.find('zzyzx qwxyz vvbnm xkcdq wwwqq zzzxx'), []));

  it('is none where something in it is demanded', () =>
    assert.deepEqual(engine.find('users platform coordinate change +tasks'), ['tasks']));

  it('scores the same after changes as built anew', async () => {
    const typed = 'users of some platform may coordinate their learning and change models';
    const changed = await engineWith(...filler, paper('a', 'Users of platforms'));
    await changed.put(paper('a', 'Platform users coordinate', { note: { text: 'Change of models.', tags: [] } }));
    await changed.remove('f3');
    const fresh = await engineWith(
      ...filler.filter(({ id }) => id !== 'f3'),
      paper('a', 'Platform users coordinate', { note: { text: 'Change of models.', tags: [] } }),
    );
    assert.deepEqual(changed.find(typed), fresh.find(typed));
    assert.deepEqual(changed.reply(typed).hits.scores, fresh.reply(typed).hits.scores);
  });
});
