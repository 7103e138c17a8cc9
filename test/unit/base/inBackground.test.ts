import assert from 'node:assert/strict';
import { inBackground, onBackgroundFailure } from '../../../src/base/inBackground';

describe('Work that nobody waits for', () => {
  const told: unknown[] = [];
  let stop: () => void;
  beforeEach(() => {
    told.splice(0);
    stop = onBackgroundFailure((error) => void told.push(error));
  });
  afterEach(() => stop());

  it('has its failure told once, and nothing where it succeeds or is none', async () => {
    const failure = new Error('no disk');
    const failing = Promise.reject(failure);
    inBackground(failing);
    inBackground(Promise.resolve());
    inBackground(undefined);
    await assert.rejects(failing);
    assert.deepEqual(told, [failure]);
  });

  it('is told to the last who asked for that', async () => {
    const others: unknown[] = [];
    const stopOthers = onBackgroundFailure((error) => void others.push(error));
    stop();
    const failing = Promise.reject(new Error('no disk'));
    inBackground(failing);
    await assert.rejects(failing);
    stopOthers();
    assert.deepEqual([told.length, others.length], [0, 1]);
  });
});
