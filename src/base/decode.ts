import { statedEncoding } from './statedEncoding';
import { countUtf8 } from './utf8Validity';

/** A file's text with the encoding it was read by; `binary` for what is no text. */
export type Decoded =
  | {
      readonly kind: 'text';
      /** It never starts with a byte order mark. Bytes that are no text in the encoding are U+FFFD. */
      readonly text: string;
      readonly encoding: FileEncoding;
      /** The same encoding as `TextDecoder` names it. */
      readonly label: string;
      /** How many byte order marks the file starts with. */
      readonly marks: number;
    }
  | { readonly kind: 'binary' };

/** An encoding as VS Code names it. */
export type FileEncoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be' | 'windows1252' | (string & {});

/** How far from the start NUL bytes are looked for. */
const HEAD = 8192;

/**
 * The text of a file's bytes: by its byte order mark, by UTF-16's pattern of zero bytes, as UTF-8 where it is that, by the line
 * in which JabRef (`% Encoding: …`), BibDesk, Emacs and others state it, as UTF-8 again where more of it is that than not, else as Windows-1252.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf32(bytes)) return { kind: 'binary' };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return textAs(bytes, wide, wide.replace('-', ''));
  if (isMarked(bytes)) return textAs(bytes, 'utf-8', 'utf8bom');
  if (bytes.subarray(0, HEAD).includes(0)) return { kind: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf8', label: 'utf-8', marks: 0 };
  } catch {
    return decodeStated(bytes) ?? (isMostlyUtf8(bytes) ? textAs(bytes, 'utf-8') : textAs(bytes, 'windows-1252'));
  }
}

/** The text of bytes, its byte order marks included. @param label as `TextDecoder` names encodings */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return label === 'windows-1252' ? fromLatin1(text) : text;
}

function textAs(bytes: Uint8Array, label: string, encoding: FileEncoding = label.replace(/[-_]/g, '')): Decoded {
  const marked = decodeAs(bytes, label);
  const text = marked.replace(/^\uFEFF+/, '');
  return { kind: 'text', text, encoding, label, marks: marked.length - text.length };
}

/** By its mark, which begins as that of UTF-16; nothing here reads it. */
function isUtf32(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0 && bytes.length >= 4;
}

function isMarked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The characters of Windows-1252 from 0x80 on; some versions of Node decode them as if the bytes were ISO-8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromLatin1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]);
}

/** UTF-16, by its mark, or without one where of the first bytes every second is zero and no other (true of Latin text). */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, Math.min(bytes.length, 64) & ~1);
  if (head.length < 8) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, i) => byte === 0 && zeros[i & 1]++);
  if (zeros[0] === 0 && zeros[1] * 4 >= head.length) return 'utf-16le';
  if (zeros[1] === 0 && zeros[0] * 4 >= head.length) return 'utf-16be';
  return undefined;
}

/** The text by the encoding that a list states, if it is one that is known here. */
function decodeStated(bytes: Uint8Array): Decoded | undefined {
  const label = statedEncoding(bytes);
  // The line could be read byte by byte, so whatever it says, the file is not of wider units.
  if (label === undefined || /^(?:utf|ucs|iso-10646-ucs|unicode)/i.test(label)) return undefined;
  try {
    const known = new TextDecoder(label).encoding;
    return textAs(bytes, known, EDITOR_NAMES.get(known));
  } catch {
    return undefined;
  }
}

/** Encodings that VS Code names otherwise. */
const EDITOR_NAMES: ReadonlyMap<string, FileEncoding> = new Map([
  ['macintosh', 'macroman'],
  ['big5', 'cp950'],
]);

/** A UTF-8 file with some bytes that are none, rather than a file in another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { characters, invalid } = countUtf8(bytes);
  return characters > invalid;
}
