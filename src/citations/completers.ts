import { SYNTAXES } from './syntaxes';

/** The ids of the extensions that complete citations in documents of this language, in lower case. */
export function completersOf(languageId: string): string[] {
  return Object.values(SYNTAXES).flatMap(({ completedBy }) =>
    Object.keys(completedBy).filter((id) => completedBy[id].includes(languageId)),
  );
}

/**
 * Whether another extension completes citations in documents of this language.
 * @param isThere whether the extension with this id is installed and switched on
 */
export function isCompletedByOther(languageId: string, isThere: (id: string) => boolean): boolean {
  return completersOf(languageId).some(isThere);
}
