import assert from 'node:assert/strict';
import { asciiWord, foldDiacritics } from '../../../src/base/fold';

describe('foldDiacritics', () => {
  const folds = (text: string, folded: string) =>
    it(`${text} is ${folded}`, () => assert.equal(foldDiacritics(text), folded));

  folds('Lämmermann', 'Lammermann');
  folds('Šimon Ángel', 'Simon Angel');
  folds('Łukasz Kaiser', 'Lukasz Kaiser');
  folds('Straße', 'Strasse');
  folds('Μαρία', 'Μαρια');
  folds('深層学習', '深層学習');
  folds('ﬁne', 'fine');
});

describe('asciiWord', () => {
  it('keeps letters and digits', () => assert.equal(asciiWord('In-Context, 3D!'), 'incontext3d'));
  it('is empty for another script', () => assert.equal(asciiWord('深層学習'), ''));
});
