/** What was tried: whether it held, and a line that says what was seen. */
export interface Trial {
  readonly holds: boolean;
  readonly line: string;
}

/** Tries several things by name, one after another; what throws does not hold. */
export async function tryAll(attempts: Readonly<Record<string, () => Promise<Trial>>>): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    const { holds, line } = await attempt().catch((error: unknown) => ({ holds: false, line: String(error) }));
    trials.push({ holds, line: `${name}: ${line}` });
  }
  return trials;
}
