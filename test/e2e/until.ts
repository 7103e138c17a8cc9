/** How long to wait, and how long between two looks, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 50;

/**
 * Waits until a look at the world gives something, and gives it back. Throws where it stays away.
 * @example const text = await until(() => readFile(path, 'utf8').catch(() => undefined));
 */
export async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`It did not happen within ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
