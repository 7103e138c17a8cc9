import assert from 'node:assert/strict';
import { queryMeaning } from '../../../src/workflows/queryMeaning';

describe('queryMeaning', () => {
  const means = (query: string, relatedTo: string | undefined, onlineWords: string) =>
    it(query, () => assert.deepEqual(queryMeaning(query), { relatedTo, onlineWords }));

  means('graph networks', undefined, 'graph networks');
  means('related:vaswani2017attention', 'vaswani2017attention', '');
  means('-related:vaswani2017attention graph', undefined, 'graph');
  means('attent* has:note', undefined, 'attent');
});
