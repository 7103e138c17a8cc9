/** A source's text with the encoding it was read by, as VS Code names encodings; `binary` for what is no text. */
export type Decoded =
  { readonly kind: 'text'; readonly text: string; readonly encoding: SourceEncoding } | { readonly kind: 'binary' };

export type SourceEncoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be' | 'windows1252' | (string & {});

/** How far from the start JabRef's encoding line and NUL bytes are looked for. */
const HEAD = 8192;

/**
 * The text of a source's bytes: by its byte order mark, by UTF-16's pattern of zero bytes, by the line `% Encoding: …` that
 * JabRef writes, as UTF-8 where it is that, else as Windows-1252. The text never starts with a byte order mark.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return textAs(bytes.subarray(3), 'utf-8', 'utf8bom');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textAs(bytes.subarray(2), 'utf-16le', 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textAs(bytes.subarray(2), 'utf-16be', 'utf16be');
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return textAs(bytes, wide, wide === 'utf-16le' ? 'utf16le' : 'utf16be');
  if (bytes.subarray(0, HEAD).includes(0)) return { kind: 'binary' };
  try {
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf8',
    };
  } catch {
    return decodeStated(bytes) ?? textAs(bytes, 'windows-1252', 'windows1252');
  }
}

function textAs(bytes: Uint8Array, label: string, encoding: SourceEncoding): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return { kind: 'text', text: label === 'windows-1252' ? fromLatin1(text) : text, encoding };
}

/** The characters of Windows-1252 from 0x80 on; some versions of Node decode them as if the bytes were ISO-8859-1. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromLatin1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]);
}

/** UTF-16 without a mark: of the first bytes, every second is zero and no other (true of Latin text). */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, Math.min(bytes.length, 64) & ~1);
  if (head.length < 8) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, i) => byte === 0 && zeros[i & 1]++);
  if (zeros[0] === 0 && zeros[1] * 4 >= head.length) return 'utf-16le';
  if (zeros[1] === 0 && zeros[0] * 4 >= head.length) return 'utf-16be';
  return undefined;
}

/** The text by the encoding that a JabRef file states, if it is one that is known here. */
function decodeStated(bytes: Uint8Array): Decoded | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  const label = /^\s*%+\s*Encoding:\s*([\w-]+)/im.exec(head)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return textAs(bytes, encoding, encoding.replaceAll('-', ''));
  } catch {
    return undefined;
  }
}
