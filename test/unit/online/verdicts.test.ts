import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/library/model/csl';
import { parsePlainName } from '../../../src/library/model/names';
import { OnlineFailure } from '../../../src/online/failure';
import type { Found, Identifier } from '../../../src/online/found';
import type { Gathered } from '../../../src/online/gathering';
import { judge, type Claim } from '../../../src/online/verifying/judgement';
import { isSameName } from '../../../src/online/verifying/sameName';
import { isOneVenue, mayBeOneVenue } from '../../../src/online/verifying/venues';

const names = (...all: string[]) => all.map(parsePlainName);

const CLAIM: Claim = {
  title: 'Sparse Maps for Patient Robots in Hospitals',
  authors: names('Jane Doe', 'Wei Li'),
  year: 2020,
  venue: 'Journal of Robotics',
  doi: '10.1234/maps',
};

const record = (item: CslItem = {}, service: Found['service'] = 'crossref'): Found => ({
  service,
  url: `https://doi.org/${item.DOI ?? '10.1234/maps'}`,
  item: {
    type: 'article-journal',
    title: 'Sparse maps for patient robots in hospitals',
    author: names('Jane Doe', 'Wei Li'),
    issued: { 'date-parts': [[2020, 3]] },
    'container-title': 'Journal of Robotics',
    DOI: '10.1234/maps',
    ...item,
  },
});

const DOI: Identifier = { kind: 'doi', value: '10.1234/maps' };

/** What services know: the record of the DOI, if there is one, and those found by title. */
const known = (
  byDoi: Found | undefined,
  candidates: readonly Found[] = [],
  more: Partial<Gathered> = {},
): Gathered => ({
  byIdentifier: [{ identifier: DOI, found: byDoi }],
  candidates,
  failures: [],
  isAnswered: true,
  ...more,
});

/** The verdict, with the fields that are contradicted and those that are not verified. */
const verdict = (claim: Partial<Claim>, gathered: Gathered) => {
  const judgement = judge({ ...CLAIM, ...claim }, gathered);
  const named = (wanted: string) =>
    judgement.fields.filter((each) => each.verdict === wanted).map(({ field }) => field);
  return [judgement.verdict, ...named('contradicted'), ...named('unverified').map((field) => `${field}?`)].join(' ');
};

describe('The verdict about a reference', () => {
  it('is "confirmed" where a record says all that is claimed', () => {
    assert.equal(verdict({}, known(record())), 'confirmed');
    assert.equal(verdict({ doi: undefined }, known(undefined, [record()])), 'confirmed');
  });

  it('bears with what lists do to names, titles and years', () => {
    assert.equal(verdict({ authors: names('J. Doe', 'W. Li') }, known(record())), 'confirmed');
    assert.equal(verdict({ authors: names('Jane Doe'), moreAuthors: true }, known(record())), 'confirmed');
    assert.equal(verdict({ year: 2019 }, known(record())), 'confirmed');
    assert.equal(verdict({ title: 'Sparse Maps for Patient Robot in Hospitals' }, known(record())), 'confirmed');
    const subtitled = record({ title: 'Sparse maps for patient robots in hospitals: a field study' });
    assert.equal(verdict({}, known(subtitled)), 'confirmed');
    const shortVenue = { venue: 'J. Robot.' };
    assert.equal(verdict(shortVenue, known(record())), 'confirmed');
  });

  it('names the one author who is invented', () => {
    const authors = names('Jane Doe', 'Wei Li', 'Ida Invented');
    assert.equal(verdict({ authors }, known(record())), 'contradicted authors');
    assert.equal(verdict({ authors: names('Jane Doe', 'Ida Invented') }, known(record())), 'contradicted authors');
  });

  it('does not accuse a list that leaves authors out, nor believe a record that does', () => {
    assert.equal(verdict({ authors: names('Jane Doe') }, known(record())), 'unverified authors?');
    const authors = names('Jane Doe', 'Wei Li', 'Ada Roe', 'Max Moe');
    assert.equal(verdict({ authors }, known(record({ author: names('Jane Doe') }))), 'unverified authors?');
  });

  it('takes one record that agrees for more than another that does not', () => {
    const authors = names('Jane Doe', 'Wei Li', 'Ada Roe');
    const fuller = record({ author: authors, DOI: '10.48550/arxiv.2001.00001' }, 'arxiv');
    assert.equal(verdict({ authors }, known(record(), [fuller])), 'confirmed');
  });

  it('says that an identifier is of another paper, and which one the paper has', () => {
    const other = record({ title: 'On Whales', author: names('Ida Moe'), DOI: '10.1234/maps' });
    assert.equal(verdict({}, known(other)), 'contradicted doi title? authors? year? venue?');
    const right = record({ DOI: '10.1234/right' });
    const { fields } = judge(CLAIM, known(other, [right]));
    assert.deepEqual(
      fields.filter(({ field }) => field === 'doi').map(({ verdict: said, found }) => [said, found]),
      [['contradicted', '10.1234/right']],
    );
  });

  it('does not take another language, or another title of the preprint, for another paper', () => {
    const german = record({ title: 'Dünne Karten für geduldige Roboter' });
    assert.equal(verdict({}, known(german)).startsWith('contradicted'), false);
  });

  it('takes nothing in another script for something else', () => {
    const russian = { title: 'Разрежённые карты для терпеливых роботов', authors: names('Анна Иванова', 'Пётр Орлов') };
    assert.equal(verdict(russian, known(record())), 'unverified title? authors? year? venue? doi?');
    assert.equal(verdict({ title: russian.title }, known(record())), 'unverified title? authors? year? venue? doi?');
    assert.equal(verdict({ authors: russian.authors }, known(record())), 'unverified authors?');
    assert.equal(verdict({ venue: 'Журнал робототехники' }, known(record())), 'confirmed venue?');
    const chinese = record({
      title: '医院中的稀疏地图',
      author: names('李伟', '多伊'),
      'container-title': '机器人学报',
    });
    assert.equal(verdict({}, known(chinese)), 'unverified title? authors? year? venue? doi?');
    const namesake = record({ author: names('李伟', '多伊'), DOI: '10.1234/other' });
    assert.equal(verdict({ doi: undefined }, known(undefined, [namesake])).startsWith('contradicted'), false);
    const titled = record({ title: 'On Whales', author: names('Ида Моэ') });
    assert.equal(verdict({}, known(titled)).startsWith('contradicted'), false);
  });

  it('does not accuse a year that is near where identifier, title and authors are right', () => {
    const dated = (year: number, item: CslItem = {}) => record({ issued: { 'date-parts': [[year]] }, ...item });
    assert.equal(verdict({ year: 2018 }, known(dated(2015))), 'unverified year?');
    assert.equal(verdict({ year: 2015 }, known(dated(2018))), 'unverified year?');
    assert.equal(verdict({ year: 2018 }, known(dated(2014))), 'contradicted year');
    const invented = names('Jane Doe', 'Ida Invented');
    assert.equal(verdict({ year: 2018, authors: invented }, known(dated(2015))), 'contradicted authors year');
    assert.equal(verdict({ year: 2018, doi: undefined }, known(undefined, [dated(2015)])), 'contradicted year');
  });

  it('says that a DOI is of nothing only where the paper has another one and all have answered', () => {
    const right = record({ DOI: '10.1234/right' });
    assert.equal(verdict({}, known(undefined, [right])), 'contradicted doi');
    assert.equal(verdict({}, known(undefined)), 'unverified title? authors? year? venue? doi?');
    const failures = [new OnlineFailure('too-many', 'datacite')];
    assert.equal(verdict({}, known(undefined, [right], { failures })), 'unverified doi?');
  });

  it('names a wrong year, but not that of a preprint which came out later, or of a book that came out again', () => {
    assert.equal(verdict({ year: 2012 }, known(record())), 'contradicted year');
    const preprint = record(
      { DOI: '10.48550/arxiv.2001.00001', 'container-title': undefined, type: 'article' },
      'arxiv',
    );
    assert.equal(
      verdict({ year: 2023, doi: undefined, venue: undefined }, known(undefined, [preprint])),
      'unverified year?',
    );
    assert.equal(verdict({ year: 2023 }, known(record({ type: 'book' }))), 'unverified year?');
  });

  it('names a wrong venue only where the record of the DOI has one that is nothing like it', () => {
    assert.equal(verdict({ venue: 'Annals of Marine Biology' }, known(record())), 'contradicted venue');
    assert.equal(verdict({ venue: 'NeurIPS' }, known(record())), 'confirmed venue?');
    assert.equal(
      verdict({ venue: 'Annals of Marine Biology' }, known(undefined, [record({ DOI: undefined })])),
      'unverified venue? doi?',
    );
  });

  it('names a title that only looks like the one of its identifier', () => {
    const title = 'Sparse Maps for Patient Surgeons in Operating Rooms';
    assert.equal(verdict({ title }, known(record())), 'contradicted title');
  });

  it('says that nobody of the authors wrote a paper of so telling a title, where all have answered', () => {
    const authors = names('Ida Moe', 'Max Roe');
    assert.equal(
      verdict({ authors, doi: undefined, venue: undefined, year: undefined }, known(undefined, [record()])),
      'contradicted authors',
    );
    const failures = [new OnlineFailure('server', 'arxiv')];
    const incomplete = known(undefined, [record()], { failures });
    assert.equal(
      verdict({ authors, doi: undefined, venue: undefined, year: undefined }, incomplete),
      'unverified title? authors?',
    );
    const short = { title: 'On Maps', authors, doi: undefined, venue: undefined, year: undefined };
    assert.equal(verdict(short, known(undefined, [record({ title: 'On Maps' })])), 'unverified title? authors?');
  });

  it('takes no part, erratum or next paper of the authors for the paper', () => {
    for (const title of [
      'Sparse Maps for Patient Robots in Hospitals, Part II',
      'Erratum: Sparse Maps for Patient Robots in Hospitals',
      'Dense Forests for Hasty Drones',
    ])
      assert.match(
        verdict({ doi: undefined }, known(undefined, [record({ title, DOI: undefined })])),
        /^unverified title\?/,
      );
  });

  it('is incomplete, not negative, where a service failed or nobody was asked', () => {
    const failures = [new OnlineFailure('timed-out', 'crossref')];
    const judgement = judge(CLAIM, known(undefined, [], { failures }));
    assert.deepEqual([judgement.verdict, judgement.complete], ['unverified', false]);
    assert.equal(judge(CLAIM, known(undefined, [], { isAnswered: false })).complete, false);
    assert.equal(judge(CLAIM, known(record())).complete, true);
  });

  it('takes no record but that of an identifier against a claim while a service is silent', () => {
    const failures = [new OnlineFailure('server', 'crossref')];
    const wrong = { authors: names('Jane Doe', 'Wei Li', 'Ida Invented'), year: 2012 };
    const preprint = [record({ DOI: undefined }, 'semanticscholar')];
    assert.equal(verdict({ ...wrong, doi: undefined }, known(undefined, preprint)), 'contradicted authors year');
    assert.equal(
      verdict({ ...wrong, doi: undefined }, known(undefined, preprint, { failures })),
      'unverified authors? year?',
    );
    assert.equal(verdict(wrong, known(record(), [], { failures })), 'contradicted authors year');
  });

  it('gives the records that it rests on, each once', () => {
    const { evidence } = judge(CLAIM, known(record(), [record(), record({}, 'semanticscholar')]));
    assert.deepEqual(
      evidence.map(({ service }) => service),
      ['crossref', 'semanticscholar'],
    );
  });
});

describe('Names of one person', () => {
  const same = (a: string, b: string) => isSameName(parsePlainName(a), parsePlainName(b));

  it('are the same however they are spelt', () => {
    assert.ok(same('K. Müller', 'Klaus Mueller'));
    assert.ok(same('Aäron van den Oord', 'Aaron Oord'));
    assert.ok(same('Gabriel García Márquez', 'G. Garcia'));
    assert.ok(same('Li Wei', 'Wei Li'));
    assert.ok(same('Aidan Gomez', 'Aidan N. Gómez'));
    assert.ok(same('Johannes Kallenborn', 'J. Kallenbom') === false);
    assert.ok(same('J. Hochreiter', 'S. Hochreitner'));
  });

  it('are not the same for being short and alike', () => {
    assert.ok(!same('Wei Li', 'Wei Liu'));
    assert.ok(!same('Jane Doe', 'Jane Roe'));
  });
});

describe('Names of one venue', () => {
  it('may be abbreviations of each other', () => {
    assert.ok(
      isOneVenue('ICLR', 'International Conference on Learning Representations') ||
        mayBeOneVenue('ICLR', 'International Conference on Learning Representations'),
    );
    assert.ok(
      isOneVenue(
        'Proc. IEEE Conf. Comput. Vis. Pattern Recognit.',
        'Conference on Computer Vision and Pattern Recognition',
      ),
    );
    assert.ok(!mayBeOneVenue('Annals of Marine Biology', 'Journal of Robotics'));
  });
});
