import assert from 'node:assert/strict';
import { kindredStems } from '../../../src/search/text/kindredWords';
import { stem } from '../../../src/search/text/analysis';
import { engineWith, paper } from './papers';

describe('Kindred words', () => {
  it('are those of all groups that a word is in, by their stems', () => {
    const kindred = new Set(kindredStems(stem('guessing')));
    assert.ok(kindred.has(stem('predictions')));
    assert.ok(!kindred.has(stem('guess')));
    assert.deepEqual([...kindredStems('zzyzx')], []);
  });

  it('go both ways', () => {
    for (const word of ['guess', 'movie', 'cheap', 'forget'].map(stem)) {
      for (const other of kindredStems(word)) assert.ok(new Set(kindredStems(other)).has(word), `${other} and ${word}`);
    }
  });
});

describe('A passage in other words than those of the paper', () => {
  const library = [
    paper('forecast', 'Nets', { abstract: 'Forecasts of the weather from satellite footage.' }),
    paper('bees', 'Bees', { abstract: 'The weather of meadows from the flight of bees.' }),
    paper('stones', 'Stones', { abstract: 'Forecasts of erosion.' }),
  ];

  it('finds first what says the same by kindred words, beside a word of its own', async () => {
    const engine = await engineWith(...library);
    assert.equal(engine.find('guess the weather out of an old movie')[0], 'forecast');
  });

  it('finds nothing that has kindred words alone', async () => {
    const engine = await engineWith(...library);
    assert.ok(!engine.find('guess the weather out of an old movie').includes('stones'));
  });
});
