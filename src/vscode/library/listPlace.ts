import { HAS_PATHS, homeFolder } from '#platform/machine';
import * as vscode from 'vscode';
import { outsidePatterns } from '../../library/sources/outsidePatterns';
import { patternFor } from '../../library/sources/sourcePattern';
import { pick } from '../host/ask';
import { machineSettingsName } from '../host/machineSettings';
import { folderSettings, PREFIX, userSources } from '../host/settings';
import { tell } from '../host/tell';

/** Where the settings name a paper list. */
export interface ListPlace {
  readonly setting: 'sources' | 'userSources';
  readonly pattern: string;
  readonly folder: vscode.WorkspaceFolder;
}

/** Who a list outside of the workspace is for. */
export const AUDIENCES = ['user', 'workspace'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Where the settings are to name a file as a paper list. Of a file outside of the workspace the user is asked, as settings of
 * a workspace may be shared with others, who have no such path. Undefined where the user cancelled or it cannot be named.
 */
export async function placeOfList(
  uri: vscode.Uri,
  firstFolder: vscode.WorkspaceFolder,
  audience: Audience | undefined,
): Promise<ListPlace | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder) return { setting: 'sources', pattern: patternFor(uri.toString(), folder.uri.toString(), ''), folder };
  const places = outsidePlaces(uri, firstFolder);
  if (places.length === 0) {
    tell(
      vscode.l10n.t(
        'In Restricted Mode only files in the workspace folder are read. Trust the workspace to add “{0}”.',
        uri.fsPath,
      ),
      'warning',
    );
    return undefined;
  }
  if (audience) return places.find((place) => place.audience === audience);
  const title = vscode.l10n.t('“{0}” lies outside of the workspace', vscode.workspace.asRelativePath(uri));
  return pick(places, { title, placeHolder: vscode.l10n.t('Where this list is named') });
}

type OutsidePlace = vscode.QuickPickItem & ListPlace & { readonly audience: Audience };

function outsidePlaces(uri: vscode.Uri, folder: vscode.WorkspaceFolder): OutsidePlace[] {
  const isPath = HAS_PATHS && uri.scheme === 'file';
  const path = isPath ? uri.fsPath : uri.path;
  const { own, relative } = outsidePatterns(
    uri.toString(),
    folder.uri.toString(),
    path,
    isPath ? homeFolder() : undefined,
  );
  const mine: OutsidePlace = {
    label: vscode.l10n.t('For me, in all workspaces'),
    description: own,
    detail: vscode.l10n.t('In {0} (literatureNotes.userSources)', machineSettingsName()),
    ...{ setting: 'userSources', pattern: own, folder, audience: 'user' },
  };
  const shared = (pattern: string): OutsidePlace => ({
    label: vscode.l10n.t('For this workspace'),
    description: pattern,
    detail: vscode.l10n.t('In the settings of the workspace, which others may share'),
    ...{ setting: 'sources', pattern, folder, audience: 'workspace' },
  });
  // A path of this machine alone has no place in settings that others share.
  const portable = [relative, own.startsWith('~/') || !isPath ? own : undefined].filter((one) => one !== undefined);
  return [...(isPath ? [mine] : []), ...(vscode.workspace.isTrusted ? portable.map(shared) : [])];
}

/** Names a list in the settings; returns where these are kept, as words. */
export async function nameList({ setting, pattern, folder }: ListPlace): Promise<string> {
  if (setting === 'userSources') {
    const patterns = [...new Set([...userSources(), pattern])];
    await vscode.workspace.getConfiguration(PREFIX).update(setting, patterns, vscode.ConfigurationTarget.Global);
    return machineSettingsName();
  }
  const configuration = vscode.workspace.getConfiguration(PREFIX, folder.uri);
  const manyFolders = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const inFolder = manyFolders || configuration.inspect('sources')?.workspaceFolderValue !== undefined;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  await configuration.update('sources', [...folderSettings(folder.uri).sources, pattern], target);
  return inFolder || !vscode.workspace.workspaceFile
    ? `${manyFolders ? `${folder.name}/` : ''}.vscode/settings.json`
    : vscode.l10n.t('the workspace file');
}
