import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { DelayedSaves } from '../../../src/base/delayedSaves';

describe('Delayed saves', () => {
  const written: string[] = [];
  const logged: unknown[] = [];
  const write = (what: string) => () => Promise.resolve(void written.push(what));
  let saves: DelayedSaves;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    written.length = logged.length = 0;
    saves = new DelayedSaves(100, 'Keeping it', { error: (doing, error) => void logged.push(doing, error) });
  });
  afterEach(() => mock.timers.reset());

  it('write the last of each name, once it was quiet', () => {
    saves.later('a', write('a1'));
    saves.later('b', write('b1'));
    mock.timers.tick(60);
    saves.later('a', write('a2'));
    mock.timers.tick(60);
    assert.deepEqual(written, ['b1']);
    mock.timers.tick(40);
    assert.deepEqual(written, ['b1', 'a2']);
  });

  it('log what cannot be written', async () => {
    const error = new Error('no space left');
    saves.later('a', () => Promise.reject(error));
    mock.timers.tick(100);
    await Promise.resolve();
    assert.deepEqual(logged, ['Keeping it', error]);
  });

  it('write nothing any more once disposed', () => {
    saves.later('a', write('a'));
    saves.dispose();
    mock.timers.tick(1000);
    assert.deepEqual(written, []);
  });
});
