import assert from 'node:assert/strict';
import type { CslName } from '../../../src/library/model/csl';
import { fullName } from '../../../src/library/model/display';
import { addToLibrary, readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];
const bib = (fields: string, type = 'misc') => first('x.bib', `@${type}{k, title = {T}, ${fields}}`);
const BIBLATEX = '@book{z, title={Z}, date={2000}, publisher={P}, location={L}}\n';

describe('Names with particles', () => {
  const author = (source: string) => bib(`author = {${source}}`).csl.author;
  const dAlembert = { family: 'Alembert', given: 'Jean', 'non-dropping-particle': "d'" };

  it('are words, as BibTeX has them, or braces right before the name', () => {
    assert.deepEqual(author("d' Alembert, Jean"), [dAlembert]);
    assert.deepEqual(author("{d'}Alembert, Jean"), [dAlembert]);
    assert.deepEqual(author("Jean {d'}Alembert"), [dAlembert]);
    assert.deepEqual(author("d'Alembert, Jean"), [{ family: "d'Alembert", given: 'Jean' }]);
    assert.deepEqual(author("Guillaume de {l'}Hôpital"), [
      { family: 'Hôpital', given: 'Guillaume', 'non-dropping-particle': "de l'" },
    ]);
    assert.deepEqual(author("{O'}Neil, Jean"), [{ family: "O'Neil", given: 'Jean' }]);
  });

  it('show no space behind an apostrophe or a hyphen', () => {
    assert.equal(fullName(dAlembert), "Jean d'Alembert");
    assert.equal(fullName({ family: 'Khwarizmi', 'non-dropping-particle': 'al-' }), 'al-Khwarizmi');
    assert.equal(fullName({ family: 'Gogh', given: 'V', 'non-dropping-particle': 'van' }), 'V van Gogh');
  });

  const written = (fileName: string, text: string, name: CslName) => {
    const result = addToLibrary(fileName, text, [
      { id: 'a', type: 'book', title: 'T', author: [name, { family: 'Z' }] },
    ]);
    assert.ok(typeof result === 'string');
    const read = readLibrary(fileName, result).entries.find(({ citekey }) => citekey === 'a');
    const line = /^\s*author\s*=\s*\{(.*) and Z\},?$|^AU {2}- (.*)$/m.exec(result.slice(text.length));
    return [line?.[1] ?? line?.[2], read?.csl.author?.[0]];
  };
  it('are read again as they were written', () => {
    assert.deepEqual(written('x.bib', '', dAlembert), ["{d'}Alembert, Jean", dAlembert]);
    assert.deepEqual(written('x.bib', BIBLATEX, dAlembert), ["d' Alembert, Jean", dAlembert]);
    assert.deepEqual(written('x.ris', '', dAlembert), ["d' Alembert, Jean", dAlembert]);
    const hooft = { family: 'Hooft', given: 'Gerard', 'non-dropping-particle': "'t" };
    assert.deepEqual(written('x.ris', '', hooft), ["'t Hooft, Gerard", hooft]);
    for (const name of [{ literal: 'ACME, Inc.' }, { family: 'King', suffix: 'III' }, { literal: 'Plato' }])
      assert.deepEqual(written('x.ris', '', name)[1], name);
    assert.equal(written('x.ris', '', { literal: 'ACME, Inc.' })[0], 'ACME,, Inc.');
    assert.deepEqual(written('x.bib', '', { family: 'bell hooks' }), ['{bell hooks},', { family: 'bell hooks' }]);
  });
  it('of a given name alone stay that', () => {
    assert.deepEqual(written('x.bib', '', { given: 'Madonna' }), ['{Madonna}', { literal: 'Madonna' }]);
    assert.deepEqual(written('x.bib', BIBLATEX, { given: 'Mary Ann' }), ['given={Mary Ann}', { given: 'Mary Ann' }]);
    assert.deepEqual(written('x.bib', '', { family: '', given: 'Madonna' })[0], '{Madonna}');
  });
  it('may be set apart as a whole', () => {
    const ito = [{ family: 'Ito', given: 'Emi' }, { family: 'Kato' }];
    assert.deepEqual(author('\\textbf{Ito, Emi} and Kato'), ito);
    assert.deepEqual(author('{\\bf Ito, Emi} and Kato'), ito);
    assert.deepEqual(author('\\textbf{Ito}, Emi and Kato'), ito);
  });
  it('may have semicolons between them', () => {
    assert.deepEqual(author('Ito, E.; Kato, F.'), [
      { family: 'Ito', given: 'E.' },
      { family: 'Kato', given: 'F.' },
    ]);
    assert.deepEqual(author('Andr&eacute; B.')?.length, 1);
  });
});
