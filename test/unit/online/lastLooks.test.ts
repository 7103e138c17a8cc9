import assert from 'node:assert/strict';
import { LastLooks } from '../../../src/online/zotero/lastLooks';

describe('When a library was last looked at', () => {
  const at = (minute: number) => new Date(Date.UTC(2024, 0, 1, 12, minute));
  const begin = () => {
    const kept = new Map<string, string>();
    let written = 0;
    const looks = () =>
      new LastLooks({ get: (name) => kept.get(name), set: (name, value) => void (written++, kept.set(name, value)) });
    return { kept, looks, written: () => written };
  };

  it('is known after a restart, though nothing changed since long before', () => {
    const { looks } = begin();
    looks().looked('a', at(30));
    assert.deepEqual(looks().asOf('a', at(1).toISOString()), at(30));
    assert.deepEqual(looks().asOf('b', at(1).toISOString()), at(1));
  });

  it('is when it changed, where another window saw that later', () => {
    const { looks } = begin();
    looks().looked('a', at(1));
    assert.deepEqual(looks().asOf('a', at(30).toISOString()), at(30));
  });

  it('is nothing where there is no copy, or none that tells', () => {
    const { looks, kept } = begin();
    looks().looked('a', at(1));
    assert.equal(looks().asOf('a', undefined), undefined);
    kept.set('a', 'x');
    assert.equal(looks().asOf('a', 'y'), undefined);
  });

  it('is written once a minute, and again where the clock was put back', () => {
    const { looks, written } = begin();
    const one = looks();
    for (let second = 0; second < 60; second++) one.looked('a', new Date(at(1).getTime() + second * 1000));
    assert.equal(written(), 1);
    one.looked('a', at(2));
    one.looked('a', at(0));
    assert.equal(written(), 3);
  });
});
