import assert from 'node:assert/strict';
import { noteFileNameAfter } from '../../../../src/workflows/rename/noteFileName';

const name = { from: 'doe:2020', to: 'roe2021' };
const stated = (fileName: string, template?: string) => noteFileNameAfter(fileName, name, { template, isStated: true });

describe('The name of a note whose paper gets another key', () => {
  it('has the new one where it has the old one', () => {
    assert.equal(stated('doe_2020.md'), 'roe2021.md');
    assert.equal(stated('@doe_2020.markdown'), '@roe2021.markdown');
    assert.equal(stated('doe_2020-2.md'), 'roe2021-2.md');
    assert.equal(stated('doe_2020 - A Title.org'), 'roe2021 - A Title.org');
    assert.equal(stated('@doe_2020 A Title.md'), '@roe2021 A Title.md');
  });

  it('stays where the old one only happens to be in it', () => {
    for (const fileName of ['doe_2020b.md', 'On doe_2020.md', 'doe_2020 is here.md', 'own.md', 'doe_2020.txt']) {
      assert.equal(stated(fileName), undefined, fileName);
    }
  });

  it('has it before any sign where the name alone tells the paper', () => {
    const named = (fileName: string) => noteFileNameAfter(fileName, name, { isStated: false });
    assert.equal(named('doe_2020-method.md'), 'roe2021-method.md');
    assert.equal(named('doe_2020.method.md'), 'roe2021.method.md');
    assert.equal(named('doe_2020b.md'), undefined);
  });

  it('has it where the template of new notes has the key', () => {
    assert.equal(stated('2020 - doe_2020.md', '{{ year }} - {{ citekey }}'), '2020 - roe2021.md');
    const inFolder = 'papers/{{ authors | first | replace: "/", "-" }} ({{citekey}}).md';
    assert.equal(stated('Doe (doe_2020).md', inFolder), 'Doe (roe2021).md');
    assert.equal(stated('Doe (doe_2020)-2.md', inFolder), 'Doe (roe2021)-2.md');
    assert.equal(stated('doe_2020_doe_2020.md', '{{citekey}}:{{citekey}}'), 'roe2021_roe2021.md');
    assert.equal(stated('On doe_2020.md', '{{ citekey }}'), undefined);
    assert.equal(stated('a.md', '{{ citekey }'), undefined);
  });
});
