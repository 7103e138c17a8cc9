import assert from 'node:assert/strict';
import { authorNames, displayAuthors, displayTitle, familyName, fullName } from '../../../src/library/model/display';
import { findArxiv, findNamedArxiv } from '../../../src/base/identifiers/arxivId';
import { findDoi } from '../../../src/base/identifiers/doi';
import { parsePlainName } from '../../../src/library/model/names';

describe('Plain names', () => {
  it('come apart into given and family name', () => {
    assert.deepEqual(parsePlainName('Ashish Vaswani'), { family: 'Vaswani', given: 'Ashish' });
    assert.deepEqual(parsePlainName('Vaswani, Ashish'), { family: 'Vaswani', given: 'Ashish' });
    assert.deepEqual(parsePlainName('Martin Luther King Jr.'), {
      family: 'King',
      given: 'Martin Luther',
      suffix: 'Jr.',
    });
    assert.deepEqual(parsePlainName('King, Jr., Martin Luther'), {
      family: 'King',
      given: 'Martin Luther',
      suffix: 'Jr.',
    });
    assert.deepEqual(parsePlainName('OpenAI'), { literal: 'OpenAI' });
  });

  it('keep the particle apart', () => {
    const oord = { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' };
    assert.deepEqual(parsePlainName('Aäron van den Oord'), oord);
    assert.deepEqual(parsePlainName('van den Oord, Aa\u0308ron'.replace('Aa', 'Aa')), { ...oord, given: 'A\u00e4ron' });
  });

  it('keep marks behind the word they stand behind', () => {
    assert.deepEqual(parsePlainName('John Smith (1)'), { family: 'Smith (1)', given: 'John' });
    assert.deepEqual(parsePlainName('John Smith *'), { family: 'Smith *', given: 'John' });
    assert.deepEqual(parsePlainName('Jane Doe (NASA Ames)'), { family: 'Doe (NASA Ames)', given: 'Jane' });
    assert.deepEqual(parsePlainName('Jane (Doe Poe'), { family: 'Poe', given: 'Jane (Doe' });
  });

  it('are sorted by, shortened to and made a key of without marks behind them', () => {
    for (const mark of ['¹', '¹,²', '*', ' †', ' (1)', ' [2]', 'ᵃ'])
      assert.equal(familyName({ family: `Smith${mark}`, given: 'J' }), 'Smith');
    assert.equal(familyName({ family: 'Müller-Lüdenscheidt' }), 'Müller-Lüdenscheidt');
    assert.equal(familyName({ family: '*' }), '*');
    assert.equal(familyName({ literal: 'World Health Organization (WHO)' }), 'World Health Organization (WHO)');
  });

  it('are shown as people write them', () => {
    assert.equal(fullName(parsePlainName('van den Oord, Aäron')), 'Aäron van den Oord');
    assert.equal(fullName(parsePlainName('King, Jr., Martin')), 'Martin King, Jr.');
    assert.equal(familyName({ family: 'Oord', 'non-dropping-particle': 'van den' }), 'van den Oord');
  });

  it('are cut short for a running text', () => {
    const short = (...names: string[]) => displayAuthors({ authors: names.map(parsePlainName) });
    assert.equal(short(), '');
    assert.equal(short('Ann Kuhn'), 'Kuhn');
    assert.equal(short('Ann Smith', 'Bo Jones'), 'Smith and Jones');
    assert.equal(short('Ann Smith', 'Bo Jones', 'Cy Doe'), 'Smith et al.');
    assert.equal(displayAuthors({ authors: [parsePlainName('Ann Smith')], moreAuthors: true }), 'Smith et al.');
  });

  it('are shown in one line that turns nothing around, as titles are', () => {
    assert.equal(displayAuthors({ authors: [parsePlainName('Ann Sm\u202Eith')] }), 'Smith');
    assert.equal(
      displayAuthors({ authors: [{ literal: 'A\nbody\u202E' }, { family: 'Sm\r\nith' }] }),
      'A body and Sm ith',
    );
    assert.deepEqual(authorNames({ authors: [{ family: 'Sm\nith', given: 'A.\u2028B.' }] }), ['A. B. Sm ith']);
    assert.equal(displayTitle({ title: 'A\u202E title', citekey: 'a' }), 'A title');
    assert.equal(displayTitle({ title: 'A\vtitle', citekey: 'a' }), 'A title');
    assert.equal(displayTitle({ title: '', venue: 'A\nvenue', citekey: 'a' }), 'A venue');
    assert.equal(displayTitle({ title: '', citekey: 'a\n\u202Eb' }), 'a b');
  });

  it('are given in full', () => {
    assert.deepEqual(authorNames({ authors: [{ family: 'Smith', given: 'Ann' }] }), ['Ann Smith']);
  });
});

describe('Identifiers', () => {
  it('finds DOIs without what stands around them', () => {
    assert.equal(findDoi('see https://doi.org/10.1000/a(b)c).'), '10.1000/a(b)c');
    assert.equal(findDoi('doi:10.1000/ABC,'), '10.1000/ABC');
    assert.equal(findDoi('11.1000/abc'), undefined);
  });

  it('finds arXiv identifiers, old and new', () => {
    assert.equal(findArxiv('1706.03762v5'), '1706.03762');
    assert.equal(findArxiv('math.GT/0309136'), 'math.GT/0309136');
    assert.equal(findArxiv('https://arxiv.org/abs/hep-th/9901001v2'), 'hep-th/9901001');
    assert.equal(findNamedArxiv('10.48550/arXiv.1706.03762'), '1706.03762');
    assert.equal(findNamedArxiv('pages 1706.03762'), undefined);
  });
});
