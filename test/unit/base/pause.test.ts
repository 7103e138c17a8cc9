import assert from 'node:assert/strict';
import { Pause } from '../../../src/base/pause';
import { FakeClock } from '../support/fakeClock';

describe('A pause', () => {
  const clock = new FakeClock();
  const taken: string[] = [];
  const pause = new Pause<string>(200, (gathered) => void taken.push(gathered.join(' ')), clock);
  afterEach(() => void taken.splice(0));

  it('passes on what was told before it, each once', async () => {
    pause.add(['a', 'b']);
    await clock.pass(199);
    pause.add(['a', 'c']);
    await clock.pass(199);
    assert.deepEqual(taken, []);
    await clock.pass(1);
    assert.deepEqual(taken, ['a b c']);
    await clock.pass(1000);
    assert.deepEqual(taken, ['a b c']);
  });

  it('does not begin anew where nothing is told', async () => {
    pause.add(['a']);
    await clock.pass(100);
    pause.add([]);
    await clock.pass(100);
    assert.deepEqual(taken, ['a']);
  });

  it('passes on nothing that was told otherwise', async () => {
    pause.add(['a', 'b']);
    pause.drop(['a', 'c']);
    await clock.pass(200);
    pause.add(['d']);
    pause.drop(['d']);
    await clock.pass(200);
    assert.deepEqual(taken, ['b']);
  });

  it('ends at once where that is wanted', async () => {
    pause.add(['a']);
    pause.end();
    assert.deepEqual(taken, ['a']);
    await clock.pass(200);
    assert.deepEqual(taken, ['a']);
  });

  it('passes on nothing once it is disposed of', async () => {
    pause.add(['a']);
    pause.dispose();
    await clock.pass(200);
    assert.deepEqual(taken, []);
  });
});
