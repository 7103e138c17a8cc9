import { citesInDocuments } from '../citingEverywhere';

describe('Citing in a workspace of two folders', () => {
  citesInDocuments({ key: 'sparsemapspatient', word: 'Maps', file: 'papers.txt' });
  citesInDocuments({ key: 'second2020', word: 'Second Folder', file: 'library.csl.json' });
});
