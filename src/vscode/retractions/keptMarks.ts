import type * as vscode from 'vscode';
import { MarkedPapers, readMarks, type RetractionMarks } from '../../workflows/retractions/retractionMarks';
import type { Log } from '../host/log';
import { OwnFile } from '../host/ownFile';

/** The file that keeps marks; whatever is read from it or written to it is shown. */
export function keptMarks(
  uri: vscode.Uri,
  log: Log,
  show: (marks: RetractionMarks, papers: MarkedPapers) => Promise<void>,
): { read(): Promise<void>; write(marks: RetractionMarks): Promise<void> } {
  const file = new OwnFile(uri, log);
  const shown = (marks: RetractionMarks) => show(marks, new MarkedPapers(marks));
  return {
    read: async () => shown(readMarks(await file.read())),
    write: async (marks) => {
      await Promise.all([shown(marks), file.write(marks)]);
    },
  };
}
