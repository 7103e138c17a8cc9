import { citesInDocuments } from '../citingEverywhere';

describe('Citing in Restricted Mode', () => {
  citesInDocuments({ key: 'sparsemapspatient', word: 'Maps', file: 'papers.txt' });
});
