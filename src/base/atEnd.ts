/** Work that is to be done before the extension ends. */
const works = new Set<() => Promise<unknown>>();

/** Has a short work done before the extension ends. It must not reject. Returns how to take that back. */
export function atEnd(work: () => Promise<unknown>): () => void {
  works.add(work);
  return () => works.delete(work);
}

/** Does the work that is to be done before the end; VS Code waits for it for a few seconds. */
export async function end(): Promise<void> {
  await Promise.all([...works].map((work) => work()));
  works.clear();
}
