import assert from 'node:assert/strict';
import { NO_CHOICES, withMark } from '../../../../src/workflows/newPapers/choices';
import { newPaperOf } from '../../../../src/workflows/newPapers/newPaper';
import { NOTHING_SEEN } from '../../../../src/workflows/newPapers/seenPapers';
import { openPapers, openVersions, sectionsOf, stateOfDay } from '../../../../src/workflows/newPapers/shownPapers';

const paper = (n: number, day: string) =>
  newPaperOf({ item: { title: `Paper of the Number ${n}`, DOI: `10.1234/${n}` } }, 'feed', day);
const TODAY = '2026-11-26';
const PAPERS = [paper(1, TODAY), paper(2, '2026-11-25'), paper(3, '2026-11-20'), paper(4, '2026-11-19')];

/** The numbers of the papers in each part on a day. */
function shown(today: string, choices = NO_CHOICES, papers = PAPERS) {
  const open = openPapers({ ...NOTHING_SEEN, papers }, choices, today);
  const sections = sectionsOf(
    open.map((one) => ({ paper: one, band: 'maybe', reasons: [] })),
    choices,
    today,
  );
  const numbers = (part: keyof typeof sections) => sections[part].map((each) => Number(each.paper.id.slice(-1)));
  return { today: numbers('today'), week: numbers('week'), later: numbers('later') };
}

describe('The parts of the list of new papers', () => {
  it('are the papers of today, and of the week that ends today', () =>
    assert.deepEqual(shown(TODAY), { today: [1], week: [2, 3], later: [] }));

  it('go on with each midnight', () => {
    assert.deepEqual(shown('2026-11-27'), { today: [], week: [1, 2], later: [] });
    assert.deepEqual(shown('2026-12-03'), { today: [], week: [], later: [] });
  });

  it('have papers that came in a time zone whose day is later among those of today', () =>
    assert.deepEqual(shown('2026-11-25'), { today: [1, 2], week: [3, 4], later: [] }));

  it('keep what is for later, however long, and drop what is not wanted', () => {
    const choices = withMark(withMark(NO_CHOICES, PAPERS[1], 'later', 1), PAPERS[0], 'unwanted', 2);
    assert.deepEqual(shown(TODAY, choices), { today: [], week: [3], later: [2] });
    assert.deepEqual(shown('2027-11-26', choices), { today: [], week: [], later: [2] });
    assert.deepEqual(shown('2027-11-26', choices, []), { today: [], week: [], later: [2] });
  });
});

describe('The day', () => {
  const state = (today: string, choices = NO_CHOICES) =>
    stateOfDay({ ...NOTHING_SEEN, papers: PAPERS }, shown(today, choices).today, today);

  it('has papers that are open', () => assert.equal(state(TODAY), 'open'));
  it('has brought nothing', () => assert.equal(state('2026-11-27'), 'nothing'));
  it('is done where each paper that it brought is for later, unwanted, or in the library', () => {
    assert.equal(state(TODAY, withMark(NO_CHOICES, PAPERS[0], 'unwanted', 1)), 'done');
    assert.equal(state(TODAY, withMark(NO_CHOICES, PAPERS[0], 'later', 1)), 'done');
    assert.equal(stateOfDay({ ...NOTHING_SEEN, papers: PAPERS }, [], TODAY), 'done');
  });
});

describe('New versions', () => {
  it('are told for a week, of each paper the latest', () => {
    const versions = [
      { of: '2401.00001', version: 2, day: '2026-11-24' },
      { of: '2401.00001', version: 3, day: '2026-11-25' },
      { of: '2401.00002', version: 2, day: '2026-11-20' },
    ];
    const told = (today: string) =>
      openVersions({ ...NOTHING_SEEN, versions }, today).map(({ of, version }) => `${of}v${version}`);
    assert.deepEqual(told(TODAY), ['2401.00001v3', '2401.00002v2']);
    assert.deepEqual(told('2026-11-27'), ['2401.00001v3']);
    assert.deepEqual(told('2026-12-02'), []);
  });
});
