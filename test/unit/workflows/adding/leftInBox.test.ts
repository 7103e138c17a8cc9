import assert from 'node:assert/strict';
import { LeftInBox } from '../../../../src/workflows/adding/leftInBox';

const DOI = { text: '10.1234/abc', reason: 'None of the services knows it.' };
const LIST = { text: 'On Waves\nOn Tides', reason: 'Found, but not added.' };

describe('What is left in the box for papers', () => {
  it('is shown once', () => {
    const box = new LeftInBox();
    box.leave([DOI]);
    box.leave([LIST]);
    assert.deepEqual([box.take(), box.take()], [[DOI, LIST], []]);
  });

  it('is there as long as work on it goes on', async () => {
    const box = new LeftInBox();
    box.leave([DOI]);
    assert.deepEqual(await box.during([LIST], () => Promise.resolve('done')), { result: 'done', isTaken: false });
    assert.deepEqual(box.take(), [DOI]);
  });

  it('is told where another box took it meanwhile', async () => {
    const box = new LeftInBox();
    const work = () => Promise.resolve(box.take());
    assert.deepEqual(await box.during([LIST], work), { result: [LIST], isTaken: true });
    assert.deepEqual(box.take(), []);
  });

  it('is not there any more where the work fails', async () => {
    const box = new LeftInBox();
    await assert.rejects(box.during([LIST], () => Promise.reject(new Error('no'))));
    assert.deepEqual(box.take(), []);
  });
});
