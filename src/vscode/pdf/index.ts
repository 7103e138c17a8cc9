import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';

/** PDFs of papers: those that their lists name, and free ones of the web. */
export function pdf({ services, commands }: FeatureContext): void {
  commands(
    lazyCommand('literatureNotes.openPdf', async () => new (await import('./openPdf')).OpenPdf(services)),
    lazyCommand('literatureNotes.downloadPdf', async () => new (await import('./downloadPdf')).DownloadPdf(services)),
  );
}
