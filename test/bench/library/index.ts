import { compareEngines } from './compare';
import { measureEdits } from './live';
import { measureStartup } from './startup';

/** The figures of the library: reading against other readers, edits of a large source, the start with 100,000 entries. */
export async function benchLibrary(): Promise<void> {
  compareEngines([1_000, 10_000, 50_000]);
  await measureEdits(10_000);
  await measureStartup(4, 25_000);
}
