import { WINDOWS_1252 } from '../../base/decode';

/**
 * The first character of a text that an encoding cannot hold, or undefined where it can hold all.
 * @param encoding as VS Code names encodings: `utf8`, `windows1252`, `iso88592`
 */
export function firstUnencodable(text: string, encoding: string): string | undefined {
  if (/^utf/i.test(encoding)) return undefined;
  const known = charactersOf(encoding);
  for (const character of text) if (!known.has(character)) return character;
  return undefined;
}

/** The 256 characters of a single-byte encoding; of an encoding that is not known, ASCII. */
function charactersOf(encoding: string): Set<string> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte));
  if (/^(?:windows1252|cp1252)$/i.test(encoding))
    return new Set([...latin1.slice(0, 128), ...WINDOWS_1252, ...latin1.slice(160)]);
  const label = encoding
    .replace(/^(iso8859|windows|cp)-?(\d)/i, '$1-$2')
    .replace(/^iso8859/i, 'iso-8859')
    .replace(/^cp-/i, 'windows-');
  try {
    return new Set(new TextDecoder(label).decode(bytes));
  } catch {
    return new Set(latin1.slice(0, 128));
  }
}
