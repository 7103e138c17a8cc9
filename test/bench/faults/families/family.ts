/** A text that is hostile in one way, by how often its piece stands in it, and what reads or writes it. */
export type Family = readonly [name: string, work: (times: number) => () => unknown];

/** So many lines. */
export const lines = (length: number, line: (i: number) => string) =>
  Array.from({ length }, (_, i) => line(i)).join('\n');
/** A tenth as many lines, of those that say much. */
export const many = (times: number, line: (i: number) => string) => lines(times / 10, line);

/** A text, and what reads it. */
export const of =
  <T>(read: (text: string) => T, text: (times: number) => string) =>
  (times: number) => {
    const hostile = text(times);
    return () => read(hostile);
  };
