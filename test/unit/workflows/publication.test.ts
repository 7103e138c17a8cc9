import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/model/entry';
import { publication } from '../../../src/workflows/publication';
import { entry } from './entries';

describe('Where and when a paper came out', () => {
  const said = (fields: Partial<Entry>, item: Record<string, unknown> = {}) =>
    publication(entry({ citekey: 'a', title: 'A', record: { format: 'csl-json', item }, ...fields }));

  it('is said by venue and year', () => {
    assert.equal(said({ venue: 'ICLR', year: 2024 }), 'ICLR, 2024');
    assert.equal(said({ venue: 'ICLR' }), 'ICLR');
    assert.equal(said({ year: 2024 }), '2024');
    assert.equal(said({}), '');
  });

  it('has volume, issue and pages where they are known', () => {
    const item = { volume: 322, issue: '10', page: '891-921' };
    assert.equal(said({ venue: 'Annalen', year: 1905 }, item), 'Annalen 322(10), pp. 891–921, 1905');
    assert.equal(said({ venue: 'Nature' }, { volume: '5', page: 'e17' }), 'Nature 5, p. e17');
  });

  it('says a year once that the venue names, wherever it does', () => {
    assert.equal(said({ venue: 'ICLR 2025', year: 2025 }), 'ICLR 2025');
    assert.equal(said({ venue: '2017 IEEE Symposium on Security', year: 2017 }), '2017 IEEE Symposium on Security');
    assert.equal(said({ venue: 'CVPR’24', year: 2024 }), 'CVPR’24');
    assert.equal(said({ venue: 'Seminar 1999/2000', year: 2000 }), 'Seminar 1999/2000');
    assert.equal(said({ venue: 'ACL 2020', year: 2020 }, { page: '1-9' }), 'ACL 2020, pp. 1–9');
  });

  it('never loses the year of the paper to another one', () => {
    assert.equal(said({ venue: 'ICLR 2025', year: 2024 }), 'ICLR 2025 (2024)');
    assert.equal(said({ venue: 'CVPR ’25', year: 2024 }), 'CVPR ’25 (2024)');
    assert.equal(said({ venue: 'ACL 2020', year: 2019 }, { page: '1-9' }), 'ACL 2020, pp. 1–9 (2019)');
    assert.equal(said({ venue: 'Proceedings 120241', year: 2024 }), 'Proceedings 120241, 2024');
  });

  it('does not say the venue again that stands for the title', () => {
    assert.equal(said({ title: '', venue: 'Nature', year: 2024 }), '2024');
    assert.equal(said({ title: '', venue: 'Nature', year: 2024 }, { volume: '5' }), 'Nature 5, 2024');
  });
});
