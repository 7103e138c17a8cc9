import assert from 'node:assert/strict';
import { decode } from '../../../src/base/decode';
import { readLibrary } from '../../cases';

describe('Encodings that lists state', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  for (const [line, byte, character] of [
    ['% Encoding: Cp1250', 0xb3, 'ł'],
    ['%% Saved with string encoding Western (Mac OS Roman) ', 0x8e, 'é'],
    ['%% Saved with string encoding Central European (Windows Latin 2)', 0xb3, 'ł'],
    ['%% Saved with string encoding Cyrillic (Windows)', 0xe9, 'й'],
    ['%% Saved with string encoding Western (ISO Latin 9)', 0xa4, '€'],
    ['% -*- mode: bibtex; coding: iso-latin-2-unix -*-', 0xb3, 'ł'],
    ['%%% coding: latin-2', 0xb3, 'ł'],
    ['% !TeX encoding = IsoLatin2', 0xb3, 'ł'],
    ['% vim: set fileencoding=cp1250 :', 0xb3, 'ł'],
    ['@comment{x-kbibtex-encoding=iso-8859-2}', 0xb3, 'ł'],
    ['% -*- coding: utf-8 -*-', 0xe9, 'é'],
    ['% -*- coding: nonsense -*-', 0xe9, 'é'],
  ] as const) {
    it(line, () => {
      const text = `@article{k, title={${String.fromCharCode(byte)}}}\n`;
      for (const whole of [`${line}\n\n${text}`, `${text.repeat(300)}\n${line}\n`])
        assert.equal(readLibrary('x.bib', latin(whole)).entries[0].csl.title, character);
    });
  }
  it('have the names of VS Code', () => {
    const decoded = decode(latin('%% Saved with string encoding Western (Mac OS Roman)\n\x8e'));
    assert.equal(decoded.kind === 'text' && decoded.encoding, 'macroman');
  });
});
