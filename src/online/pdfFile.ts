import type { Asking } from './clients/client';

/** So many bytes a PDF may have that is fetched. */
export const LARGEST_PDF = 50 * 1024 * 1024;

/** Whether bytes begin as a PDF does (ISO 32000-2, 7.5.2); a byte order mark and white space stand before that in some. */
export function beginsAsPdf(start: Uint8Array): boolean {
  const from = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
  return /^\s*%PDF-/.test(String.fromCharCode(...start.subarray(from, 16)));
}

/**
 * The bytes of a PDF on the web. Rejects with an `OnlineFailure`: `web-page` and `unreadable` for what is none.
 * @param progress told how many bytes have come, and of how many where that is stated
 */
export async function fetchPdf(
  url: string,
  asking: Asking,
  progress?: (bytes: number, of: number | undefined) => void,
): Promise<Uint8Array> {
  const file = { begins: beginsAsPdf, ...(progress && { progress }) };
  const accept = 'application/pdf,*/*;q=0.1';
  const { bytes } = await asking.answer({ service: 'pdf', path: url, accept, largest: LARGEST_PDF, file });
  return bytes ?? new Uint8Array();
}
