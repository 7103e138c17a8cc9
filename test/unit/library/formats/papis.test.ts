import assert from 'node:assert/strict';
import { readText } from '../../../../src/library/formats/readers';

const INFO = `abstract: We wait.
author: Doe, Jane and Li, Na
author_list:
- family: Doe
  given: Jane
- family: Li
  given: Na
doi: 10.1234/x
files:
- maps.pdf
- notes/extra.txt
journal: Journal of Waiting
papis_id: 0a1b
ref: doe2020maps
tags: robots maps
time-added: 2024-05-06-07:08:09
title: Maps for Patient Robots
type: article
volume: 7
year: 2020
`;

describe('The documents of papis', () => {
  const read = (text: string, name = 'info.yaml') => readText(name, text);

  it('are papers with the key, the tags and the files that papis has', () => {
    const { format, papers, problems } = read(INFO);
    assert.deepEqual([format, problems], ['papis', []]);
    const [{ range, record, ...paper }] = papers;
    assert.deepEqual(paper, {
      statedKey: 'doe2020maps',
      aliases: [],
      type: 'article-journal',
      title: 'Maps for Patient Robots',
      authors: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Li', given: 'Na' },
      ],
      year: 2020,
      venue: 'Journal of Waiting',
      abstract: 'We wait.',
      keywords: ['robots', 'maps'],
      doi: '10.1234/x',
      added: '2024-05-06T07:08:09',
      files: [{ path: 'maps.pdf', type: 'application/pdf' }, { path: 'notes/extra.txt' }],
    });
    assert.equal(record.format === 'csl-json' && record.item.volume, '7');
    assert.equal(range.start.line, 0);
  });

  it('keep all that the fields of BibTeX say', () => {
    const csl = (text: string) => {
      const { record } = read(`title: T\n${text}`).papers[0];
      return record.format === 'csl-json' ? record.item : {};
    };
    const { issued, editor, edition, publisher, ...rest } = csl(
      'type: incollection\nyear: 2020\nmonth: 5\nday: 2\neditor: Itor, Ed and Li, Na\nedition: 2\nseries: Maps\npublisher: P\naddress: Bonn\n',
    );
    assert.deepEqual(issued, { 'date-parts': [[2020, 5, 2]] });
    assert.deepEqual(editor, [
      { family: 'Itor', given: 'Ed' },
      { family: 'Li', given: 'Na' },
    ]);
    assert.deepEqual([edition, publisher], ['2', 'P']);
    assert.deepEqual([rest['collection-title'], rest['publisher-place']], ['Maps', 'Bonn']);
    assert.deepEqual(csl('year: 2020\nmonth: may\n').issued, { 'date-parts': [[2020, 5]] });
    assert.deepEqual(csl("date: '2020-05'\n").issued, { 'date-parts': [[2020, 5]] });
    assert.deepEqual(csl('editor_list:\n- family: Itor\n').editor, [{ family: 'Itor' }]);
    assert.equal(csl('type: phdthesis\nschool: MIT\n').publisher, 'MIT');
    const report = csl('type: techreport\ninstitution: CERN\nnumber: 7\n');
    assert.deepEqual([report.publisher, report.number, report.issue], ['CERN', '7', undefined]);
  });

  it('may have their authors as a text, and tags as a list', () => {
    const [paper] = read('title: T\nauthor: Jane Doe and Na Li\ntags: [b c, d]\nfiles: a.pdf\n').papers;
    assert.deepEqual(
      paper.authors.map(({ family }) => family),
      ['Doe', 'Li'],
    );
    assert.deepEqual(paper.keywords, ['b c', 'd']);
    assert.equal(paper.files?.[0].path, 'a.pdf');
  });

  it('takes the last of a field that is stated twice, and says so', () => {
    const { papers, problems } = read('ref: x\ntitle: One\ntitle: Other\n');
    assert.equal(papers[0].title, 'Other');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['invalid-yaml'],
    );
  });

  it('are told from other files of that name, and broken ones are a problem', () => {
    assert.notEqual(read('name: x\nversion: 1\n').format, 'papis');
    assert.notEqual(read(INFO, 'other.yaml').format, 'papis');
    assert.deepEqual(
      read('title: [T\nref: x\n').problems.map(({ code }) => code),
      ['invalid-yaml'],
    );
    for (const odd of [
      'title: {}\nref: []\n',
      'title: T\nauthor_list: [1, null]\nfiles: {}\ntags: 7\nyear: x\n',
      'title:\n',
    ]) {
      assert.doesNotThrow(() => read(odd));
    }
  });
});
