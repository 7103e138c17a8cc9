import assert from 'node:assert/strict';
import { lazyObject } from '../../../src/base/lazyObject';

interface Item {
  citekey: string;
  DOI?: string;
  title: string;
}

describe('A lazy object', () => {
  /** An object that notes when it was made. */
  function item() {
    const state = { made: 0 };
    const object = lazyObject<Item, string>({ citekey: 'a' }, 'T', (title) => {
      state.made++;
      return { title, DOI: '10.1000/x' };
    });
    return { object, state };
  }

  it('is not made before it is needed, and once', () => {
    const { object, state } = item();
    assert.equal(object.citekey, 'a');
    assert.equal(state.made, 0);
    assert.equal(object.title, 'T');
    assert.equal(object.DOI, '10.1000/x');
    assert.equal(state.made, 1);
  });

  const looks: readonly (readonly [string, (object: Item) => unknown, unknown])[] = [
    ['in', (object) => 'DOI' in object, true],
    ['in, of what is not there', (object) => 'URL' in object, false],
    ['Object.keys', (object) => Object.keys(object), ['citekey', 'title', 'DOI']],
    ['Object.hasOwn', (object) => Object.hasOwn(object, 'title'), true],
    ['JSON.stringify', (object) => JSON.stringify(object), '{"citekey":"a","title":"T","DOI":"10.1000/x"}'],
    ['spreading', (object) => ({ ...object }), { citekey: 'a', title: 'T', DOI: '10.1000/x' }],
    ['comparing', (object) => object, { citekey: 'a', title: 'T', DOI: '10.1000/x' }],
    ['for', (object) => { const keys: string[] = []; for (const key in object) keys.push(key); return keys; }, ['citekey', 'title', 'DOI']], // prettier-ignore
  ];
  for (const [name, look, seen] of looks) {
    it(`looks like a plain one to ${name}`, () => assert.deepEqual(look(item().object), seen));
  }

  it('can be changed', () => {
    const { object } = item();
    object.title = 'U';
    delete object.DOI;
    assert.deepEqual({ ...object }, { citekey: 'a', title: 'U' });
    assert.ok(Object.isFrozen(Object.freeze(object)));
  });
});
