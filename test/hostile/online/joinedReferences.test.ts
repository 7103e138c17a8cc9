import { splitReferences } from '../../../src/online/references/splitReferences';

const DOE = 'Doe, J. (2020). On maps. Robotics. https://doi.org/10.1234/abc';

describe('A list of references in one line', () => {
  it('is split in a time that grows with its length alone', () => {
    // The time-out of the test ends what would take minutes.
    for (const piece of [
      '1. ',
      '2. ',
      'Doe, J., ',
      'Doe, J. ',
      'A B ',
      'Doe A, ',
      'Aa Aa ',
      '[1] [2] ',
      'https://a',
      '2020;1 ',
      'de la ',
    ])
      for (const start of ['', '1. ', '[1] ', `${DOE} `]) splitReferences(start + piece.repeat(20_000));
  });
});
