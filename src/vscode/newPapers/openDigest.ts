import * as vscode from 'vscode';
import { digest } from '../../workflows/newPapers/digest';
import { SECTIONS } from '../../workflows/newPapers/shownPapers';
import { localNumber } from '../host/number';
import { sectionName } from './newPapersItem';
import type { NewPapersService } from './newPapersService';

/** Opens the new papers as a Markdown document, to be read elsewhere or kept. */
export async function openDigest(service: NewPapersService): Promise<void> {
  await service.settled();
  const sections = service.sections();
  const parts = SECTIONS.map((section) => ({ heading: sectionName(section), papers: sections[section] }));
  const content = digest(parts, {
    title: vscode.l10n.t('New papers, {0}', service.today),
    nothing: vscode.l10n.t('No new papers.'),
    code: vscode.l10n.t('Code'),
    littleKnown: vscode.l10n.t(
      'Too few papers yet to know what you work on: the order goes by upvotes and by what you follow, too.',
    ),
    upvotes: (count) => vscode.l10n.t('{0} upvotes', localNumber(count)),
    from: (feed) => vscode.l10n.t('from {0}', feed),
  });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
