import assert from 'node:assert/strict';
import { papersOf, rss } from './wire';

/** Latin text as ISO-8859-1 and Windows-1252 write it. */
const latin = (text: string) => Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)));

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('Feeds of papers, as they come over the wire', () => {
  describe('are decoded', () => {
    const declared = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?>${rss('<title>Café – Zoé</title>')}`;
    const cyrillic = (text: string) =>
      Uint8Array.from(text, (sign) =>
        sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0),
      );
    const table: readonly (readonly [how: string, bytes: Uint8Array, charset: string | undefined, title: string])[] = [
      ['by the XML declaration: ISO-8859-1', latin(declared('ISO-8859-1')), undefined, 'Café – Zoé'],
      ['by the XML declaration: windows-1252', latin(declared('windows-1252')), undefined, 'Café – Zoé'],
      ['by what the server says', latin(rss('<title>Café – Zoé</title>')), 'iso-8859-1', 'Café – Zoé'],
      [
        'by what the server says before the declaration',
        cyrillic(declared('ISO-8859-1').replace('Café – Zoé', 'Сети')),
        'windows-1251',
        'Сети',
      ],
      ['by the declaration where the server errs', latin(declared('ISO-8859-1')), 'utf-8', 'Café – Zoé'],
      ['as UTF-8 where they are it, whatever is said', Buffer.from(declared('ISO-8859-1')), 'iso-8859-1', 'Café – Zoé'],
      [
        'as Windows-1252 where nothing is said and they are no UTF-8',
        latin(rss('<title>Café – Zoé</title>')),
        undefined,
        'Café – Zoé',
      ],
      ['by a mark: UTF-16, little endian', utf16(declared('UTF-16'), true), undefined, 'Café – Zoé'],
      ['by a mark: UTF-16, big endian', utf16(declared('UTF-16'), false), undefined, 'Café – Zoé'],
      ['by a mark before what the server says', utf16(declared('UTF-16'), true), 'utf-8', 'Café – Zoé'],
      ['by a mark: UTF-8', Buffer.from(`\ufeff${declared('ISO-8859-1')}`), undefined, 'Café – Zoé'],
      ['where the declaration is wrong: UTF-16', Buffer.from(declared('UTF-16')), undefined, 'Café – Zoé'],
      ['where the declaration is unknown', Buffer.from(declared('x-none')), 'none-such', 'Café – Zoé'],
      [
        'by the declaration: Shift_JIS',
        Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss><channel><item><title>'),
          Buffer.from([0x8c, 0xa4, 0x8b, 0x86]),
          Buffer.from('</title></item></channel></rss>'),
        ]),
        undefined,
        '研究',
      ],
    ];
    for (const [how, bytes, charset, title] of table)
      it(how, async () =>
        assert.deepEqual(
          (await papersOf(bytes, charset)).map(({ item }) => item.title),
          [title],
        ),
      );
  });
});
