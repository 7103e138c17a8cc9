import { decodeAs } from './decode';

/* The character entities of HTML 4.01 (section 24), which texts hold that were pages before they became something else. */

/** The names of the characters from U+00A0 to U+00FF. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil ' +
  'sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute ' +
  'Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc ' +
  'atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names before the character that each stands for. */
const OTHERS =
  'OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ' +
  'ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ ' +
  'rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η ' +
  'Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β ' +
  'gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ ' +
  'upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ ' +
  'hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ ' +
  'or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ ' +
  'sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ quot " amp & lt < gt > apos \' ' +
  // Of HTML 5, those that journals write.
  'hyphen ‐ dash ‐ horbar ― lsquor ‚ caron ˇ breve ˘ dot ˙ ring ˚ inodot ı lstrok ł Lstrok Ł nacute ń cacute ć Cacute Ć ccaron č Ccaron Č rcaron ř ' +
  'ecaron ě zcaron ž Zcaron Ž sacute ś Sacute Ś scedil ş Scedil Ş gbreve ğ Gbreve Ğ eogon ę aogon ą zdot ż zacute ź uring ů odblac ő udblac ű ' +
  'amacr ā emacr ē imacr ī omacr ō umacr ū dstrok đ Dstrok Đ tcaron ť ell ℓ';

/** What each name stands for. */
export const HTML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...pairs(OTHERS.split(' ')),
]);

function pairs(words: readonly string[]): (readonly [string, string])[] {
  return words.flatMap((name, i) => (i % 2 === 0 ? [[name, words[i + 1]] as const] : []));
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,9}));/gi;

/** A text with its references to characters read, once; those that nobody knows stay. */
export function readReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) =>
    name === undefined
      ? characterOf(decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal))
      : (HTML_ENTITIES.get(name) ?? whole),
  );
}

/** The character that a number means in HTML, where what would be controls are those of Windows-1252; U+FFFD for none. */
export function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return decodeAs(Uint8Array.of(code), 'windows-1252');
  const isSpace = code === 0x9 || code === 0xa || code === 0xd;
  const isNone = code < 0x20 || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
  return (isNone && !isSpace) || !(code <= 0x10ffff) ? '\ufffd' : String.fromCodePoint(code);
}
