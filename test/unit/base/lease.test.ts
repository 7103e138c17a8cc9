import assert from 'node:assert/strict';
import { type Claim, laterClaim } from '../../../src/base/claim';
import { Lease, type SharedClaim } from '../../../src/base/lease';
import { FakeClock } from '../support/fakeClock';

const SECOND = 1000;
const LASTS = 60 * SECOND;

describe('What one window does for all', () => {
  let clock: FakeClock;
  /** What all windows see. */
  let file: Claim | undefined;
  let writes: number;
  beforeEach(() => {
    clock = new FakeClock();
    [file, writes] = [undefined, 0];
  });

  /** A window that knows what it last saw, and whose writing takes a while. */
  const openWindow = (name: string, slowness = 0) => {
    let value: Claim | undefined;
    const synchronize = () => Promise.resolve(void (value = laterClaim(value, file)));
    const claim: SharedClaim = {
      get value() {
        return value;
      },
      change: async (update) => {
        value = update(value);
        await new Promise<void>((resolve) => void clock.after(slowness, resolve));
        await synchronize();
        if (file !== value) writes++;
        file = value;
      },
      synchronize,
    };
    return new Lease(claim, name, { lasts: LASTS, now: () => clock.now(), clock });
  };
  /** What these come to, with the time that they take. */
  const after = async <T>(...waiting: Promise<T>[]): Promise<T[]> => {
    const all = Promise.all(waiting);
    for (let i = 0; i < 20; i++) await clock.pass(SECOND / 4);
    return all;
  };

  it('is taken by one of those that begin at one moment', async () => {
    const windows = ['a', 'b', 'c'].map((name, i) => openWindow(name, i * 300));
    const taken = await after(...windows.map((window) => window.take()));
    assert.equal(taken.filter(Boolean).length, 1, taken.join());
    const again = await after(...windows.map((window) => window.take()));
    assert.deepEqual(again, taken);
  });

  it('is taken by another as soon as the first is done, or gone', async () => {
    const [a, b] = [openWindow('a'), openWindow('b')];
    assert.deepEqual(await after(a.take()), [true]);
    assert.deepEqual(await after(b.take()), [false]);
    await after(a.giveUp());
    await after(a.keep());
    assert.deepEqual(await after(b.take()), [true], 'what was left is not kept');
    assert.deepEqual(await after(a.take()), [false]);
    await clock.pass(LASTS);
    assert.deepEqual(await after(a.take()), [true]);
  });

  it('is kept without waiting, and told to be so now and then', async () => {
    const [a, b] = [openWindow('a'), openWindow('b')];
    await after(a.take());
    for (let i = 0; i < 30; i++) {
      let isTaken: boolean | undefined;
      void a.take().then((taken) => (isTaken = taken));
      await clock.pass(0);
      assert.equal(isTaken, true);
      assert.deepEqual(await after(b.take()), [false]);
    }
    assert.ok(writes >= 30 * 5 * (SECOND / LASTS) && writes <= 10, `${writes} times in ${clock.now()} ms`);
  });

  it('is again at once that of the window that did it last', async () => {
    const [a, b] = [openWindow('a'), openWindow('b')];
    await after(a.take());
    await after(a.giveUp());
    let isTaken: boolean | undefined;
    void a.take().then((taken) => (isTaken = taken));
    const other = b.take();
    await clock.pass(0);
    assert.equal(isTaken, true);
    assert.deepEqual(await after(other), [false], 'though another began at the same moment');
  });

  it('is taken over where the user waits for it, and the other leaves it', async () => {
    const [a, b] = [openWindow('a'), openWindow('b')];
    await after(a.take());
    await after(b.takeOver());
    assert.deepEqual(await after(a.take()), [false]);
    await after(a.giveUp(), a.keep());
    assert.deepEqual(await after(a.take()), [false]);
    assert.deepEqual(await after(b.take()), [true]);
  });
});
