import assert from 'node:assert/strict';
import { parseFromComparison } from '../../../src/webview/compare/messages';
import { parseFromDetails } from '../../../src/webview/details/parse';

describe('What the page of the details says', () => {
  const takes = (message: object) =>
    it(`is taken: ${JSON.stringify(message)}`, () =>
      assert.deepEqual(parseFromDetails({ citekey: 'a', ...message }), { citekey: 'a', ...message }));
  takes({ type: 'action', action: 'cite' });
  takes({ type: 'filter', query: 'keyword:"x"' });
  takes({ type: 'cited', index: 3 });
  takes({ type: 'places', many: 1000 });
  takes({ type: 'fix', index: 0, fix: 1 });
  takes({ type: 'save', field: 'title', text: 'A' });
  takes({ type: 'tag', tag: 'a', isOn: true });

  const refuses = (message: unknown) =>
    it(`is not taken: ${JSON.stringify(message)}`, () => assert.equal(parseFromDetails(message), undefined));
  refuses(undefined);
  refuses({ type: 'action', action: 'cite' });
  refuses({ citekey: 'a', type: 'action', action: 'workbench.action.quit' });
  refuses({ citekey: 'a', type: 'cited', index: -1 });
  refuses({ citekey: 'a', type: 'file', index: '0' });
  refuses({ citekey: 'a', type: 'save', field: '__proto__', text: '' });
  refuses({ citekey: 'a', type: 'tag', tag: 1, isOn: true });
  refuses({ citekey: 'a', type: 'other' });
});

describe('What the page of a comparison says', () => {
  it('names a paper', () =>
    assert.deepEqual(parseFromComparison({ type: 'show', citekey: 'a' }), { type: 'show', citekey: 'a' }));
  it('is nothing else', () => assert.equal(parseFromComparison({ type: 'show', citekey: 1 }), undefined));
});
