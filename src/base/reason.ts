/** What the engine says where something is too large or too deep for it; it helps nobody who reads a file. */
const TOO_MUCH =
  /call stack|string length|array (buffer )?(length|allocation)|out of memory|too ?deep|excessive alias|invalid typed array|heap/i;

/** How the engine words slips; in another thread their class is lost. */
const SLIP =
  /^Cannot (?:read|set|convert|destructure|access)\b|is not (?:a function|a constructor|defined|iterable)|^Assignment to constant/;

/**
 * Why something failed, for a sentence to the user. The words of whoever refused it (a file system, a parser) are kept; those
 * of the JavaScript engine and of a slip of ours are not: they stand in the log.
 */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError || TOO_MUCH.test(message)) return 'it is too large, or nested too deep';
  const isSlip =
    error instanceof TypeError || error instanceof ReferenceError || error instanceof EvalError || SLIP.test(message);
  return isSlip || message === '' ? 'something unexpected happened' : message;
}
