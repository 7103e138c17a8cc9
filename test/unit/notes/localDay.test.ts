import assert from 'node:assert/strict';
import { localDay } from '../../../src/notes/localDay';
import { renderNote } from '../../../src/notes/template';
import { paper } from './paper';

describe('The day of a note', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // 2026-03-29 is the day on which Europe's clocks change.
  const moment = new Date('2026-03-29T10:30:00Z');
  const DAYS = {
    'Pacific/Pago_Pago': '2026-03-28',
    'America/New_York': '2026-03-29',
    UTC: '2026-03-29',
    'Europe/Berlin': '2026-03-29',
    'Asia/Kolkata': '2026-03-29',
    'Pacific/Kiritimati': '2026-03-30',
  };

  for (const [place, day] of Object.entries(DAYS)) {
    it(`is the user's in ${place}, however a template writes it`, () => {
      process.env.TZ = place;
      const created = localDay(moment);
      assert.equal(created, day);
      const formats =
        '{{ date }} {{ created | date: "%Y-%m-%d" }} {{ date | date: "%d" }} {{ date | date_to_xmlschema }}';
      const { text } = renderNote(formats, paper({ created }));
      const written = text?.split('\n').at(-1);
      assert.ok(written?.startsWith(`${day} ${day} ${day.slice(-2)} ${day}T00:00:00`), written);
    });
  }
});
