import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePattern, type KeyedPaper } from '../../../../src/library/keys/pattern';
import { parsePlainName } from '../../../../src/library/model/names';
import { anyCharacter } from '../../notes/anyText';
import { cases } from '../../support/cases';

function paperOf(title: string, names: string, year?: number, more: Partial<KeyedPaper> = {}): KeyedPaper {
  const authors = names === '' ? [] : names.split('; ').map(parsePlainName);
  return { title, authors, year, type: 'article-journal', keywords: [], ...more };
}

const ATTENTION = paperOf('Attention Is All You Need', 'Ashish Vaswani; Noam Shazeer; Niki Parmar', 2017);
const JABREF = paperOf('An awesome paper on JabRef', 'Isaac Newton; James Maxwell; Albert Einstein; Neil Bohr', 1987);
const DUTCH = paperOf('WaveNet: A Generative Model for Raw Audio', 'Aäron van den Oord; Müller, Jürgen', 2016);
const ALONE = paperOf('Self-Attention', 'Isaac Newton', 2001);
const NOBODY = paperOf('The Art', '');

describe('A pattern for citekeys', () => {
  const makes = (pattern: string, paper: KeyedPaper, expected: string) =>
    it(`${pattern} makes ${expected || 'nothing'} of “${paper.title}”`, () => {
      const make = compilePattern(pattern);
      assert.ok(typeof make === 'function', JSON.stringify(make));
      assert.equal(make(paper), expected);
    });

  describe('as Better BibTeX has it', () => {
    makes('auth.lower + shorttitle(3,3) + year', ATTENTION, 'vaswaniAttentionAllNeed2017');
    makes('auth.lower + year + veryshorttitle.lower', ATTENTION, 'vaswani2017attention');
    makes('auth + year', DUTCH, 'vandenOord2016');
    makes('authEtal2.lower + year', DUTCH, 'vandenoordmuller2016');
    makes('authEtal2 + year', ATTENTION, 'VaswaniEtAl2017');
    makes('authEtal + year', ALONE, 'Newton2001');
    makes('authors(n=2) + year', ATTENTION, 'VaswaniShazeerEtAl2017');
    makes('auth(3) + shortyear', ATTENTION, 'Vas17');
    makes("auth.lower + '_' + year", ATTENTION, 'vaswani_2017');
    makes('Title.skipwords.select(1,2).condense("_").lower', DUTCH, 'wavenet:_generative');
    makes('Title.nopunct.skipwords.select(1,2).condense("_").lower', DUTCH, 'wavenet_generative');
    makes('Title.abbr', JABREF, 'AapoJ');
    makes('(auth + year).lower', ATTENTION, 'vaswani2017');
    makes('auth + year | shorttitle', NOBODY, 'Art');
    makes('year', NOBODY, '');
    makes("'x' + year", NOBODY, '');
    makes('year.default("nd") + auth', { ...ALONE, year: undefined }, 'ndNewton');
    makes('veryshorttitle', ALONE, 'SelfAttention');
    makes('auth.fold.upper', paperOf('T', 'Łukasz Kaiser; x'), 'KAISER');
    makes('auth.replace("Vas", "W")', ATTENTION, 'Wwani');
  });

  describe('as JabRef has it', () => {
    makes('[auth][year]', ATTENTION, 'Vaswani2017');
    makes('[auth:lower]_[year]', ATTENTION, 'vaswani_2017');
    makes('[auth:lower][shorttitle3_3][year]', ATTENTION, 'vaswaniAttentionAllNeed2017');
    makes('demo[TITLE:abbr]', JABREF, 'demoAapoJ');
    makes('[title]', JABREF, 'AnAwesomePaperonJabRef');
    makes('[shorttitle]', JABREF, 'awesomepaperJabRef');
    makes('[veryshorttitle]', JABREF, 'awesome');
    makes('[camel]', JABREF, 'AnAwesomePaperOnJabRef');
    makes('[auth3]', JABREF, 'New');
    makes('[auth3_2]', JABREF, 'Max');
    makes('[authorsAlpha]', JABREF, 'NMEB');
    makes('[authorsAlpha]', ALONE, 'New');
    makes('[authEtAl]', JABREF, 'NewtonEtAl');
    makes('[auth.etal]', JABREF, 'Newton.etal');
    makes('[auth.auth.ea]', JABREF, 'Newton.Maxwell.ea');
    makes('[authorLast]', JABREF, 'Bohr');
    makes('[year:(nodate)][auth]', { ...ALONE, year: undefined }, 'nodateNewton');
    makes('[auth:lower][>0][year]|[title:capitalize]', NOBODY, 'TheArt');
    makes('[auth:truncate4:upper]', JABREF, 'NEWT');
    makes('[keyword1]', paperOf('T', '', 2000, { keywords: ['deep learning'] }), 'deeplearning');
  });

  const wrong = (pattern: string, problem: object) =>
    it(`is told to be wrong where it is: ${pattern}`, () => assert.deepEqual(compilePattern(pattern), problem));
  wrong('', { code: 'empty', at: 0 });
  wrong('auth + shortitle', { code: 'unknown-function', name: 'shortitle', at: 7 });
  wrong('auth.lowr', { code: 'unknown-filter', name: 'lowr', at: 5 });
  wrong('auth year', { code: 'unexpected', found: 'y', at: 5 });
  wrong('auth +', { code: 'unexpected', found: '', at: 6 });
  wrong('shorttitle(3,', { code: 'unclosed', sign: '(', at: 10 });
  wrong("auth + 'x", { code: 'unclosed', sign: "'", at: 7 });
  wrong('[auth', { code: 'unclosed', sign: '[', at: 0 });
  wrong('[auth:loewr][year]', { code: 'unknown-filter', name: 'loewr', at: 6 });
  wrong('[nope]', { code: 'unknown-function', name: 'nope', at: 1 });
  wrong('[constructor]', { code: 'unknown-function', name: 'constructor', at: 1 });

  it('never throws, and makes keys that a .bib file can hold', () => {
    const piece = fc.constantFrom(
      ...'auth year [auth] [ ] | + . ( ) , lower :lower "x" \' >0 3 = _ Title ü'.split(' '),
    );
    const names = fc.array(fc.string({ unit: anyCharacter }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(piece), fc.string({ unit: anyCharacter }), names, (pieces, title, authors) => {
        const make = compilePattern(pieces.join(''));
        if (typeof make !== 'function') return make.at >= 0;
        const key = make({ ...ALONE, title, authors: authors.map((literal) => ({ literal })) });
        return !/[\s"#%'(),={}\\~\p{C}]/u.test(key);
      }),
      { numRuns: cases(200) },
    );
  });
});
